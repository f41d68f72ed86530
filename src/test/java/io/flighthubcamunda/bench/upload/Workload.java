package io.flighthubcamunda.bench.upload;

/** Files of one size, of random bytes. */
enum Workload {
  /** The likeness of photographs. */
  BIG("big", 8_000_000),
  /** Where each request counts. */
  SMALL("small", 200_000);

  private final String label;
  private final int fileBytes;

  Workload(String label, int fileBytes) {
    this.label = label;
    this.fileBytes = fileBytes;
  }

  String label() {
    return label;
  }

  int fileBytes() {
    return fileBytes;
  }

  /** For people, with decimal units. */
  String sizeText() {
    return fileBytes >= 1_000_000 ? fileBytes / 1_000_000 + " MB" : fileBytes / 1000 + " kB";
  }
}
