package io.flighthubcamunda.worker.admission;

import java.util.List;

/** What the gate's jobs read and write, for tests outside of this package. */
public final class StartContract {

  public static final String JOB_TYPE = StartQueue.JOB_TYPE;
  public static final Class<?> WRITES = StartJobHandler.ModelsStarted.class;

  private StartContract() {}

  /** Without the mark, which the gate itself leaves on its task. */
  public static List<String> reads() {
    return StartVariables.NAMES.stream().filter(name -> !name.equals(StartVariables.MARK)).toList();
  }
}
