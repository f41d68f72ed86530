package io.flighthubcamunda.api;

import java.lang.reflect.Method;
import java.util.Arrays;

/** The operations that this client calls: one for each method of its interfaces. */
public enum ApiOperation {
  OBTAIN_TOKEN,
  UPLOAD_CALLBACK,
  GET_RESOURCE,
  DELETE_RESOURCE,
  START,
  STOP,
  LIST_RUNNING,
  GET_MODEL,
  DELETE_MODEL,
  DOWNLOAD_URL,
  SYSTEM_STATUS,
  PROJECTS;

  static ApiOperation of(Method method) {
    return Arrays.stream(values())
        .filter(operation -> operation.methodName().equalsIgnoreCase(method.getName()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No operation for " + method));
  }

  private String methodName() {
    return name().replace("_", "");
  }
}
