package io.flighthubcamunda.simulator;

/**
 * How a reconstruction ends. FlightHub's own reconstruction error codes are unknown (fact sheet
 * 2.12), so the codes here are whatever a test wants to see again.
 */
public sealed interface Outcome {

  /** Reconstruction and packaging succeed. */
  record Succeed() implements Outcome {}

  /**
   * The reconstruction stops with status 8.
   *
   * @param errorCode the {@code error_code} shown from then on, not 0
   * @param atPercent progress at which it stops, 0 to 99
   */
  record Fail(int errorCode, int atPercent) implements Outcome {
    public Fail {
      requireErrorCode(errorCode);
      requireUnfinished("fails", atPercent);
    }
  }

  /** Status 8 already in the answer of the start call: the partial failure of fact sheet 2.7. */
  record Refuse(int errorCode) implements Outcome {
    public Refuse {
      requireErrorCode(errorCode);
    }
  }

  /** No computing resource is found: status 13 when the queue time is over. */
  record NoComputingResource(int errorCode) implements Outcome {
    public NoComputingResource {
      requireErrorCode(errorCode);
    }
  }

  /** The reconstruction succeeds but no archive can be made: {@code zip_status} 3. */
  record PackagingFailed() implements Outcome {}

  /** Somebody cancels it in FlightHub: status 16 at this progress, 0 to 99. */
  record CancelledElsewhere(int atPercent) implements Outcome {
    public CancelledElsewhere {
      requireUnfinished("is cancelled", atPercent);
    }
  }

  /** Its progress stops here, 0 to 99, and it never ends by itself. */
  record Stuck(int atPercent) implements Outcome {
    public Stuck {
      requireUnfinished("is stuck", atPercent);
    }
  }

  static Outcome succeed() {
    return new Succeed();
  }

  /** Fails after two thirds of the work. */
  static Outcome fail(int errorCode) {
    return new Fail(errorCode, 67);
  }

  static Outcome refuse(int errorCode) {
    return new Refuse(errorCode);
  }

  static Outcome noComputingResource(int errorCode) {
    return new NoComputingResource(errorCode);
  }

  static Outcome packagingFailed() {
    return new PackagingFailed();
  }

  private static void requireUnfinished(String what, int atPercent) {
    if (atPercent < 0 || atPercent > 99) {
      throw new IllegalArgumentException(
          "A reconstruction %s at 0 to 99 percent, not at %d.".formatted(what, atPercent));
    }
  }

  private static void requireErrorCode(int errorCode) {
    if (errorCode == 0) {
      throw new IllegalArgumentException("The error code of a failure cannot be 0.");
    }
  }
}
