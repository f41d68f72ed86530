package io.flighthubcamunda.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that can be set about the simulator, in groups. Immutable; every {@code with} method
 * returns a changed copy and throws {@link IllegalArgumentException} with one clear sentence for a
 * value that makes no sense.
 *
 * <p>The file is long because it has one such method per setting; there is no logic in it.
 *
 * @param endpoints where it listens and keeps its objects
 * @param access organization key and projects
 * @param timing how long everything takes
 * @param limits edition and quota
 * @param behaviour how open questions about FlightHub are played
 * @param outcomes how models of a type end; {@link Outcome.Succeed} where nothing is said
 * @param clock the time of everything but the store's own signature check
 */
public record SimulatorSettings(
    Endpoints endpoints,
    Access access,
    Timing timing,
    Limits limits,
    Behaviour behaviour,
    Map<ModelType, Outcome> outcomes,
    InstantSource clock) {

  public SimulatorSettings {
    outcomes = Map.copyOf(outcomes);
  }

  /**
   * Loopback, free ports, Standard edition; 2 s queued, 20 s reconstructing, 3 s packaging;
   * credentials for 15 minutes; every reconstruction succeeds.
   */
  public static SimulatorSettings defaults() {
    return new SimulatorSettings(
        Endpoints.defaults(),
        Access.defaults(),
        Timing.defaults(),
        Limits.defaults(),
        Behaviour.defaults(),
        Map.of(),
        InstantSource.system());
  }

  /** The time that everything follows, so that tests can move it. */
  public SimulatorSettings withClock(InstantSource value) {
    return new SimulatorSettings(endpoints, access, timing, limits, behaviour, outcomes, value);
  }

  /** How models of this type end from now on. */
  public SimulatorSettings withOutcome(ModelType type, Outcome outcome) {
    Map<ModelType, Outcome> changed = new EnumMap<>(ModelType.class);
    changed.putAll(outcomes);
    changed.put(type, outcome);
    return new SimulatorSettings(endpoints, access, timing, limits, behaviour, changed, clock);
  }

  /** Listens on this address; the public host stays as it is. */
  public SimulatorSettings withBindAddress(String value) {
    return with(
        new Endpoints(
            value,
            endpoints.publicHost(),
            endpoints.port(),
            endpoints.storePort(),
            endpoints.basePath(),
            endpoints.storeDirectory()));
  }

  /**
   * Host name in {@link Simulator#baseUrl()} and in the storage end point that clients are told.
   */
  public SimulatorSettings withPublicHost(String value) {
    return with(
        new Endpoints(
            endpoints.bindAddress(),
            value,
            endpoints.port(),
            endpoints.storePort(),
            endpoints.basePath(),
            endpoints.storeDirectory()));
  }

  /** Port of the API; 0 takes a free one. */
  public SimulatorSettings withPort(int value) {
    return with(
        new Endpoints(
            endpoints.bindAddress(),
            endpoints.publicHost(),
            value,
            endpoints.storePort(),
            endpoints.basePath(),
            endpoints.storeDirectory()));
  }

  /** Port of the object store; 0 takes a free one. */
  public SimulatorSettings withStorePort(int value) {
    return with(
        new Endpoints(
            endpoints.bindAddress(),
            endpoints.publicHost(),
            endpoints.port(),
            value,
            endpoints.basePath(),
            endpoints.storeDirectory()));
  }

  /** Path prefix of the API, {@code /openapi/v0.1} by default. */
  public SimulatorSettings withBasePath(String value) {
    return with(
        new Endpoints(
            endpoints.bindAddress(),
            endpoints.publicHost(),
            endpoints.port(),
            endpoints.storePort(),
            value,
            endpoints.storeDirectory()));
  }

  /** Keeps objects here and leaves them there on close. */
  public SimulatorSettings withStoreDirectory(Path value) {
    return with(
        new Endpoints(
            endpoints.bindAddress(),
            endpoints.publicHost(),
            endpoints.port(),
            endpoints.storePort(),
            endpoints.basePath(),
            Optional.of(value)));
  }

  /** The organization key that is accepted. */
  public SimulatorSettings withToken(String value) {
    return with(new Access(value, access.projectUuid(), access.projectCount()));
  }

  /** UUID of the first project. */
  public SimulatorSettings withProjectUuid(String value) {
    return with(new Access(access.token(), value, access.projectCount()));
  }

  /** How many projects there are. */
  public SimulatorSettings withProjectCount(int value) {
    return with(new Access(access.token(), access.projectUuid(), value));
  }

  /** Time in status 12. */
  public SimulatorSettings withQueueTime(Duration value) {
    return with(
        new Timing(
            value,
            timing.reconstruction(),
            timing.packaging(),
            timing.stopDelay(),
            timing.deletionDelay(),
            timing.credentialLifetime()));
  }

  /** Time in status 14. */
  public SimulatorSettings withReconstructionTime(Duration value) {
    return with(
        new Timing(
            timing.queue(),
            value,
            timing.packaging(),
            timing.stopDelay(),
            timing.deletionDelay(),
            timing.credentialLifetime()));
  }

  /** Time from success to the finished archive. */
  public SimulatorSettings withPackagingTime(Duration value) {
    return with(
        new Timing(
            timing.queue(),
            timing.reconstruction(),
            value,
            timing.stopDelay(),
            timing.deletionDelay(),
            timing.credentialLifetime()));
  }

  /** Time until a stop takes effect. */
  public SimulatorSettings withStopDelay(Duration value) {
    return with(
        new Timing(
            timing.queue(),
            timing.reconstruction(),
            timing.packaging(),
            value,
            timing.deletionDelay(),
            timing.credentialLifetime()));
  }

  /** Time that a deleted resource waits for its deletion. */
  public SimulatorSettings withDeletionDelay(Duration value) {
    return with(
        new Timing(
            timing.queue(),
            timing.reconstruction(),
            timing.packaging(),
            timing.stopDelay(),
            value,
            timing.credentialLifetime()));
  }

  /** Time that storage credentials are good. */
  public SimulatorSettings withCredentialLifetime(Duration value) {
    return with(
        new Timing(
            timing.queue(),
            timing.reconstruction(),
            timing.packaging(),
            timing.stopDelay(),
            timing.deletionDelay(),
            value));
  }

  /** Edition, and so the number of concurrent tasks. */
  public SimulatorSettings withEdition(Edition value) {
    return with(new Limits(value, limits.typesCountSeparately(), limits.quota()));
  }

  /** Whether each type of a start takes a slot of its own. */
  public SimulatorSettings withTypesCountSeparately(boolean value) {
    return with(new Limits(limits.edition(), value, limits.quota()));
  }

  /** Images that may be reconstructed in total. */
  public SimulatorSettings withQuota(long value) {
    return with(new Limits(limits.edition(), limits.typesCountSeparately(), value));
  }

  /** How ETags are compared. */
  public SimulatorSettings withEtagCheck(EtagCheck value) {
    return with(
        new Behaviour(
            value,
            behaviour.ending(),
            behaviour.runningList(),
            behaviour.inputDeletion(),
            behaviour.emptyListsAreNull(),
            behaviour.resourcesInUseAreKept(),
            behaviour.runningModelsAreKept(),
            behaviour.lateStopIsRefused(),
            behaviour.deletedResourcesAreForgotten(),
            behaviour.downloadUrlOffered()));
  }

  /** Success states of a model. */
  public SimulatorSettings withEnding(Ending value) {
    return with(
        new Behaviour(
            behaviour.etagCheck(),
            value,
            behaviour.runningList(),
            behaviour.inputDeletion(),
            behaviour.emptyListsAreNull(),
            behaviour.resourcesInUseAreKept(),
            behaviour.runningModelsAreKept(),
            behaviour.lateStopIsRefused(),
            behaviour.deletedResourcesAreForgotten(),
            behaviour.downloadUrlOffered()));
  }

  /** What the list of running models shows. */
  public SimulatorSettings withRunningList(RunningList value) {
    return with(
        new Behaviour(
            behaviour.etagCheck(),
            behaviour.ending(),
            value,
            behaviour.inputDeletion(),
            behaviour.emptyListsAreNull(),
            behaviour.resourcesInUseAreKept(),
            behaviour.runningModelsAreKept(),
            behaviour.lateStopIsRefused(),
            behaviour.deletedResourcesAreForgotten(),
            behaviour.downloadUrlOffered()));
  }

  /** When {@code delete_resource_if_finish} strikes. */
  public SimulatorSettings withInputDeletion(InputDeletion value) {
    return with(
        new Behaviour(
            behaviour.etagCheck(),
            behaviour.ending(),
            behaviour.runningList(),
            value,
            behaviour.emptyListsAreNull(),
            behaviour.resourcesInUseAreKept(),
            behaviour.runningModelsAreKept(),
            behaviour.lateStopIsRefused(),
            behaviour.deletedResourcesAreForgotten(),
            behaviour.downloadUrlOffered()));
  }

  /** Whether empty lists are {@code null}. */
  public SimulatorSettings withEmptyListsAsNull(boolean value) {
    return with(
        new Behaviour(
            behaviour.etagCheck(),
            behaviour.ending(),
            behaviour.runningList(),
            behaviour.inputDeletion(),
            value,
            behaviour.resourcesInUseAreKept(),
            behaviour.runningModelsAreKept(),
            behaviour.lateStopIsRefused(),
            behaviour.deletedResourcesAreForgotten(),
            behaviour.downloadUrlOffered()));
  }

  /** Whether the resource of an unfinished model cannot be deleted. */
  public SimulatorSettings withResourcesInUseKept(boolean value) {
    return with(
        new Behaviour(
            behaviour.etagCheck(),
            behaviour.ending(),
            behaviour.runningList(),
            behaviour.inputDeletion(),
            behaviour.emptyListsAreNull(),
            value,
            behaviour.runningModelsAreKept(),
            behaviour.lateStopIsRefused(),
            behaviour.deletedResourcesAreForgotten(),
            behaviour.downloadUrlOffered()));
  }

  /** Whether an unfinished model cannot be deleted. */
  public SimulatorSettings withRunningModelsKept(boolean value) {
    return with(
        new Behaviour(
            behaviour.etagCheck(),
            behaviour.ending(),
            behaviour.runningList(),
            behaviour.inputDeletion(),
            behaviour.emptyListsAreNull(),
            behaviour.resourcesInUseAreKept(),
            value,
            behaviour.lateStopIsRefused(),
            behaviour.deletedResourcesAreForgotten(),
            behaviour.downloadUrlOffered()));
  }

  /** Whether stopping a finished model is an error. */
  public SimulatorSettings withLateStopRefused(boolean value) {
    return with(
        new Behaviour(
            behaviour.etagCheck(),
            behaviour.ending(),
            behaviour.runningList(),
            behaviour.inputDeletion(),
            behaviour.emptyListsAreNull(),
            behaviour.resourcesInUseAreKept(),
            behaviour.runningModelsAreKept(),
            value,
            behaviour.deletedResourcesAreForgotten(),
            behaviour.downloadUrlOffered()));
  }

  /** Whether a deleted resource is "not found". */
  public SimulatorSettings withDeletedResourcesForgotten(boolean value) {
    return with(
        new Behaviour(
            behaviour.etagCheck(),
            behaviour.ending(),
            behaviour.runningList(),
            behaviour.inputDeletion(),
            behaviour.emptyListsAreNull(),
            behaviour.resourcesInUseAreKept(),
            behaviour.runningModelsAreKept(),
            behaviour.lateStopIsRefused(),
            value,
            behaviour.downloadUrlOffered()));
  }

  /** Whether results can also be had by {@code GET model/download-url/{id}}. */
  public SimulatorSettings withDownloadUrl(boolean value) {
    return with(
        new Behaviour(
            behaviour.etagCheck(),
            behaviour.ending(),
            behaviour.runningList(),
            behaviour.inputDeletion(),
            behaviour.emptyListsAreNull(),
            behaviour.resourcesInUseAreKept(),
            behaviour.runningModelsAreKept(),
            behaviour.lateStopIsRefused(),
            behaviour.deletedResourcesAreForgotten(),
            value));
  }

  private SimulatorSettings with(Endpoints changed) {
    return new SimulatorSettings(changed, access, timing, limits, behaviour, outcomes, clock);
  }

  private SimulatorSettings with(Access changed) {
    return new SimulatorSettings(endpoints, changed, timing, limits, behaviour, outcomes, clock);
  }

  private SimulatorSettings with(Timing changed) {
    return new SimulatorSettings(endpoints, access, changed, limits, behaviour, outcomes, clock);
  }

  private SimulatorSettings with(Limits changed) {
    return new SimulatorSettings(endpoints, access, timing, changed, behaviour, outcomes, clock);
  }

  private SimulatorSettings with(Behaviour changed) {
    return new SimulatorSettings(endpoints, access, timing, limits, changed, outcomes, clock);
  }
}
