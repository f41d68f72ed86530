package io.flighthubcamunda.drill;

/** What must be true after a drill. */
enum Check {
  ENDED_OR_WAITS("Every instance ended, or waits for a person"),
  HEALED("What passes by itself healed without a person, questions after lost starts aside"),
  READABLE("What persons read is no stack trace and names no class"),
  HELPFUL("What persons read says what to do"),
  BILLED_ONCE("No reconstruction was billed that was not asked for"),
  STARTED("Every reconstruction that was asked for and ended well was billed"),
  SENT_AT_MOST_TWICE("No object was uploaded more than twice"),
  REPAIRED("After a person acted, every instance ended"),
  NOTHING_LEFT("No resource and no model was left that should be deleted"),
  NOTHING_RUNS("Nothing runs in FlightHub that no instance waits for"),
  SECRET("No key is in the engine, a log, a metric or a file"),
  DRILLED("Every kind of trouble was met");

  private final String sentence;

  Check(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String toString() {
    return sentence;
  }
}
