/** The index that the search page names now, as the server has it; nothing where it cannot be had. */
export async function currentIndex(): Promise<string | undefined> {
  const page = await fetch(location.pathname, { cache: 'reload' }).then(
    (response) => response.text(),
    () => '',
  );
  return /data-index="([^"]+)/.exec(page)?.[1];
}
