#include "CLibraryLoading.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void load(struct clibrary *library) {
  const char *const *file = library->files;
  void *opened = NULL;
  for (; *file != NULL; file++) {
    opened = dlopen(*file, RTLD_NOW | RTLD_LOCAL);
    if (opened != NULL) break;
    const char *reason = dlerror();
    if (file == library->files) snprintf(library->fault, sizeof library->fault, "%s", reason != NULL ? reason : *file);
  }
  if (opened == NULL) return;
  library->fault[0] = 0;
  for (const struct clibrary_function *function = library->functions; function->name != NULL; function++) {
    *function->place = dlsym(opened, function->name);
    if (*function->place != NULL) continue;
    snprintf(library->fault, sizeof library->fault, "%s has no %s", *file, function->name);
    return;
  }
}

const char *clibrary_load(struct clibrary *library) {
  pthread_mutex_lock(&lock);
  if (!library->is_tried) load(library);
  library->is_tried = 1;
  pthread_mutex_unlock(&lock);
  return library->fault[0] != 0 ? library->fault : NULL;
}
