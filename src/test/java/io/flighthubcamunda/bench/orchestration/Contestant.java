package io.flighthubcamunda.bench.orchestration;

/** Who works off the jobs. */
enum Contestant {
  EMPTY("empty handlers"),
  PRODUCT("the product");

  private final String label;

  Contestant(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
