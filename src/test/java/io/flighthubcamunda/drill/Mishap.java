package io.flighthubcamunda.drill;

import io.flighthubcamunda.simulator.Fault;
import io.flighthubcamunda.simulator.Operation;
import io.flighthubcamunda.simulator.Outcome;
import io.flighthubcamunda.simulator.Simulator;
import io.flighthubcamunda.simulator.StoreFault;
import java.time.Duration;
import java.util.Optional;

/** What goes wrong for one reconstruction on purpose, beside what chaos and outside events add. */
enum Mishap {
  NONE(true, (place, one) -> {}),

  START_LOST_BEFORE_EFFECT(false, start(new Fault.DropBeforeEffect())),
  START_LOST_AFTER_EFFECT(true, start(new Fault.DropAfterEffect())),
  START_ANSWER_CUT(true, start(new Fault.HalfAnswer())),
  START_ANSWERED_502_AFTER_EFFECT(true, start(new Fault.AfterEffect(new Fault.HttpStatus(502)))),
  START_ANSWERED_504_BEFORE_EFFECT(false, start(new Fault.HttpStatus(504))),
  START_ANSWERED_CODE_AFTER_EFFECT(
      true, start(new Fault.AfterEffect(new Fault.Code(210504, "timed out")))),
  START_ANSWERED_WEB_PAGE_AFTER_EFFECT(true, start(new Fault.AfterEffect(new Fault.HtmlPage()))),
  START_STALLS(true, (place, one) -> start(stall(place)).arrange(place, one)),
  START_LOST_AND_LIST_LATE(
      true,
      (place, one) -> {
        place.showLate(one, place.pace().listLag().multipliedBy(3).dividedBy(4));
        start(new Fault.DropAfterEffect()).arrange(place, one);
      }),
  START_LOST_AND_LIST_HIDDEN(
      false,
      (place, one) -> {
        place.showLate(one, Duration.ofDays(1));
        start(new Fault.DropAfterEffect()).arrange(place, one);
      }),

  KEY_REFUSED(false, on(Operation.GET_RESOURCE, 1, new Fault.Code(200401, "token expired"))),
  KEY_REFUSED_AT_START(false, start(new Fault.HttpStatus(401))),
  NO_PERMISSION(false, on(Operation.UPLOAD_CALLBACK, 1, new Fault.HttpStatus(403))),
  UNKNOWN_CODE(false, on(Operation.GET_MODEL, 1, new Fault.Code(310999, "strange"))),
  UNKNOWN_CODE_AT_START(false, start(new Fault.Code(310999, "strange"))),
  PROJECT_UNKNOWN(false, on(Operation.GET_RESOURCE, 1, new Fault.Code(210104, "no project"))),
  WEB_PAGE(false, on(Operation.GET_RESOURCE, 1, new Fault.HtmlPage())),
  PARAMETER_REFUSED(false, start(new Fault.Code(200101, "parameter error"))),
  CONTEXT_MISSING(false, start(new Fault.Code(200610, "context missing"))),
  RESOURCE_NOT_FOUND(false, start(new Fault.Code(200404, "not found"))),
  MODEL_NOT_FOUND(false, on(Operation.GET_MODEL, 1, new Fault.Code(200404, "not found"))),
  QUOTA_USED_UP(false, start(new Fault.Code(910002, "the image quota is used up"))),
  LIMIT_REACHED(true, on(Operation.START, 3, new Fault.Code(910001, "too many tasks"))),
  RATE_LIMITED(
      true,
      on(Operation.GET_RESOURCE, 3, new Fault.HttpStatus(429, Optional.of(Duration.ofSeconds(1))))),
  LONG_OUTAGE(false, on(Operation.GET_RESOURCE, 8, new Fault.HttpStatus(503))),
  LONG_OUTAGE_OF_CHECKS(false, on(Operation.GET_MODEL, 8, new Fault.Code(210500, "upstream"))),
  LONG_OUTAGE_OF_CLEAN_UP(false, on(Operation.DELETE_RESOURCE, 10, new Fault.HttpStatus(500))),

  REGISTRATION_LOST(true, on(Operation.UPLOAD_CALLBACK, 1, new Fault.DropAfterEffect())),
  REGISTRATION_REFUSED(
      false, on(Operation.UPLOAD_CALLBACK, 1, new Fault.Code(910010, "callback_param expired"))),
  ETAG_REFUSED(false, on(Operation.UPLOAD_CALLBACK, 1, new Fault.Code(910007, "etag differs"))),
  STORE_FORBIDS(true, upload(new StoreFault.HttpStatus(403))),
  STORE_FAILS(true, upload(new StoreFault.HttpStatus(500))),
  STORE_IS_BUSY(true, upload(new StoreFault.HttpStatus(503, Optional.of(Duration.ofSeconds(1))))),
  STORE_RESETS(true, upload(new StoreFault.Reset())),
  STORE_ANSWER_LOST(true, upload(new StoreFault.LostAnswer())),
  STORE_IS_SILENT(
      true, (place, one) -> upload(new StoreFault.Hang(place.pace().stall())).arrange(place, one)),
  OTHER_ETAG(true, upload(new StoreFault.OtherEtag())),
  KEY_EXPIRES_IN_MID_BATCH(true, (place, one) -> {}),

  RECONSTRUCTION_FAILS(false, ends(Outcome.fail(310001))),
  FAILS_AT_ONCE(false, ends(Outcome.refuse(310002))),
  NO_COMPUTING_RESOURCE(false, ends(Outcome.noComputingResource(310003))),
  PACKAGING_FAILS(false, ends(Outcome.packagingFailed())),
  CANCELLED_IN_FLIGHTHUB(false, ends(new Outcome.CancelledElsewhere(50))),
  PROGRESS_STUCK(false, ends(new Outcome.Stuck(60))),

  CANCELLED_BY_MESSAGE(false, (place, one) -> {});

  /** Arranges at FlightHub what is to happen to one reconstruction. */
  @FunctionalInterface
  private interface Arrangement {
    void arrange(Place place, Reconstruction one);
  }

  /** Where it is arranged. */
  record Place(Simulator simulator, DrillPace pace) {

    /** The resource need not exist yet. */
    void showLate(Reconstruction one, Duration lag) {
      simulator.setListLag(one.resourceUuid(), lag);
    }
  }

  private final boolean passes;
  private final Arrangement arrangement;

  Mishap(boolean passes, Arrangement arrangement) {
    this.passes = passes;
    this.arrangement = arrangement;
  }

  /** Whether it heals by itself, so that nobody needs to be asked. */
  boolean passes() {
    return passes;
  }

  void arrange(Place place, Reconstruction one) {
    arrangement.arrange(place, one);
    if (one.keyEnds()) {
      upload(new StoreFault.ExpiredKey()).arrange(place, one);
    }
  }

  private static Arrangement start(Fault fault) {
    return on(Operation.START, 1, fault);
  }

  private static Arrangement on(Operation operation, int count, Fault fault) {
    return (place, one) ->
        place.simulator().faults().nextOf(one.resourceUuid(), operation, count, fault);
  }

  /** Of one file in the middle of the set. */
  private static Arrangement upload(StoreFault fault) {
    return (place, one) ->
        place
            .simulator()
            .faults()
            .nextPutsOf(one.fileNames().get(one.fileNames().size() / 2), 1, fault);
  }

  /** The first model of its first type. */
  private static Arrangement ends(Outcome outcome) {
    return (place, one) ->
        place.simulator().outcomes().nextOf(one.resourceUuid(), one.types().getFirst(), outcome);
  }

  private static Fault stall(Place place) {
    return new Fault.DelayAfterEffect(place.pace().stall());
  }
}
