#ifndef CLIBRARYLOADING_H
#define CLIBRARYLOADING_H

/* A function that is used of a library, and where its address goes. */
struct clibrary_function {
  const char *name;
  void **place;
};

/* A library that nothing links, so that whoever does without it need not have it and does not wait for it. */
struct clibrary {
  /* What the linker knows it by, tried in this order; NULL behind the last. */
  const char *const *files;
  /* Those that are used; a NULL name behind the last. */
  const struct clibrary_function *functions;
  /* What came of it. Zero before. */
  int is_tried;
  char fault[512];
};

/* Opens the library and finds its functions, once, on whatever thread comes first. NULL when all of them are there, else why
   not, of the first file where there are several; then none of the functions may be called. */
const char *clibrary_load(struct clibrary *library);

#endif
