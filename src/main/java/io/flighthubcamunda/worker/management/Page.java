package io.flighthubcamunda.worker.management;

/** An answer over HTTP. */
record Page(int status, String contentType, byte[] body) {}
