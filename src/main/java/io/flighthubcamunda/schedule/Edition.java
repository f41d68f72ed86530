package io.flighthubcamunda.schedule;

/** FlightHub's editions and the reconstructions that each allows at once (fact sheet 2.15). */
public enum Edition {
  STANDARD(2),
  PROFESSIONAL(5),
  ENTERPRISE(10);

  private final int slots;

  Edition(int slots) {
    this.slots = slots;
  }

  public int slots() {
    return slots;
  }
}
