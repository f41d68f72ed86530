package io.flighthubcamunda.worker.reconcile;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The process variable {@code reconciliation}: what FlightHub holds, held against the engine.
 *
 * @param apply whether leftovers are stopped and deleted, or only listed
 * @param looks how often it was looked so far
 * @param unfinished whether another look will get further
 * @param living resources with running models whose instances go on
 * @param notes sentences about what could not be looked at
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Reconciliation(
    boolean apply,
    int looks,
    boolean unfinished,
    int living,
    List<Leftover> leftovers,
    List<NotJudged> notJudged,
    List<String> notes) {

  /** Then whatever goes on is left to the next reconciliation. */
  private static final int MOST_LOOKS = 60;

  public Reconciliation {
    leftovers = leftovers == null ? List.of() : List.copyOf(leftovers);
    notJudged = notJudged == null ? List.of() : List.copyOf(notJudged);
    notes = notes == null ? List.of() : List.copyOf(notes);
  }

  static Reconciliation nothing(String note) {
    return new Reconciliation(false, 0, false, 0, List.of(), List.of(), List.of(note));
  }

  static Reconciliation found(
      boolean apply,
      int living,
      List<Leftover> leftovers,
      List<NotJudged> notJudged,
      List<String> notes) {
    return new Reconciliation(
        apply, 1, apply && !leftovers.isEmpty(), living, leftovers, notJudged, notes);
  }

  Reconciliation after(List<Leftover> nowLeft) {
    var goesOn = nowLeft.stream().anyMatch(Leftover::unsettled) && looks + 1 < MOST_LOOKS;
    return new Reconciliation(apply, looks + 1, goesOn, living, nowLeft, notJudged, notes);
  }
}
