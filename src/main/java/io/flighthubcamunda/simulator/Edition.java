package io.flighthubcamunda.simulator;

/** The FlightHub edition, which limits how many reconstructions run at once (fact sheet 2.15). */
public enum Edition {
  STANDARD(2),
  PROFESSIONAL(5),
  ENTERPRISE(10);

  private final int concurrentTasks;

  Edition(int concurrentTasks) {
    this.concurrentTasks = concurrentTasks;
  }

  /** How many tasks may be queued or executing at the same time. */
  public int concurrentTasks() {
    return concurrentTasks;
  }
}
