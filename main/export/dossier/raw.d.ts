/** The words of a file, taken in when the program is built. */
declare module '*?raw' {
  const words: string;
  export default words;
}
