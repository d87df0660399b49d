// Ids and titles of lists/catalogue.toml, read at build time (vite.config.ts).
declare module "#catalogue" {
  const lists: { id: string; title: { en: string; de: string } }[];
  export default lists;
}
