package io.flighthubcamunda.simulator;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Answers to questions that only the real FlightHub can settle; each one can be played both ways.
 *
 * @param etagCheck how ETags of the upload callback are compared
 * @param ending success states of a model
 * @param runningList what {@code models/running} shows
 * @param inputDeletion when {@code delete_resource_if_finish} strikes
 * @param emptyListsAreNull whether an empty list is {@code null} instead of {@code []}
 * @param resourcesInUseAreKept whether deleting the resource of an unfinished model is refused
 * @param runningModelsAreKept whether deleting an unfinished model is refused
 * @param lateStopIsRefused whether stopping a finished model is refused instead of ignored
 * @param deletedResourcesAreForgotten whether a deleted resource is "not found" instead of status 3
 * @param downloadUrlOffered whether {@code GET model/download-url/{id}} knows open models
 * @param resultsAreReadable whether keys for uploads may read results
 * @param storePathIsKept whether every credential of a project names the same path
 * @param contactSheetLeftOut whether results come without a picture; no question about FlightHub,
 *     but drawing it takes the simulator longer than all else it does for a reconstruction
 */
@RecordBuilder
public record Behaviour(
    EtagCheck etagCheck,
    Ending ending,
    RunningList runningList,
    InputDeletion inputDeletion,
    boolean emptyListsAreNull,
    boolean resourcesInUseAreKept,
    boolean runningModelsAreKept,
    boolean lateStopIsRefused,
    boolean deletedResourcesAreForgotten,
    boolean downloadUrlOffered,
    boolean resultsAreReadable,
    boolean storePathIsKept,
    boolean contactSheetLeftOut)
    implements BehaviourBuilder.With {

  static Behaviour defaults() {
    return new Behaviour(
        EtagCheck.EITHER,
        Ending.FIFTEEN,
        RunningList.complete(),
        InputDeletion.AFTER_LAST_MODEL,
        false,
        true,
        true,
        true,
        false,
        false,
        true,
        false,
        false);
  }
}
