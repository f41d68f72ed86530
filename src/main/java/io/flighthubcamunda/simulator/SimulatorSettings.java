package io.flighthubcamunda.simulator;

import io.soabase.recordbuilder.core.RecordBuilder;
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
 * <p>The {@code with} methods below change one setting; those of whole groups and of the clock are
 * generated.
 *
 * @param endpoints where it listens and keeps its objects
 * @param access organization key and projects
 * @param timing how long everything takes
 * @param limits edition and quota
 * @param behaviour how open questions about FlightHub are played
 * @param outcomes how models of a type end; {@link Outcome.Succeed} where nothing is said
 * @param chaos faults at random; none by default
 * @param clock the time of everything but the store's own signature check
 */
@RecordBuilder
public record SimulatorSettings(
    Endpoints endpoints,
    Access access,
    Timing timing,
    Limits limits,
    Behaviour behaviour,
    Map<ModelType, Outcome> outcomes,
    Chaos chaos,
    InstantSource clock)
    implements SimulatorSettingsBuilder.With {

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
        Chaos.none(),
        InstantSource.system());
  }

  /** How models of this type end from now on. */
  public SimulatorSettings withOutcome(ModelType type, Outcome outcome) {
    Map<ModelType, Outcome> changed = new EnumMap<>(ModelType.class);
    changed.putAll(outcomes);
    changed.put(type, outcome);
    return withOutcomes(changed);
  }

  /** Listens on this address; the public host stays as it is. */
  public SimulatorSettings withBindAddress(String value) {
    return withEndpoints(endpoints.withBindAddress(value));
  }

  /**
   * Host name in {@link Simulator#baseUrl()} and in the storage end point that clients are told.
   */
  public SimulatorSettings withPublicHost(String value) {
    return withEndpoints(endpoints.withPublicHost(value));
  }

  /** Port of the API; 0 takes a free one. */
  public SimulatorSettings withPort(int value) {
    return withEndpoints(endpoints.withPort(value));
  }

  /** Port of the object store; 0 takes a free one. */
  public SimulatorSettings withStorePort(int value) {
    return withEndpoints(endpoints.withStorePort(value));
  }

  /** Path prefix of the API, {@code /openapi/v0.1} by default. */
  public SimulatorSettings withBasePath(String value) {
    return withEndpoints(endpoints.withBasePath(value));
  }

  /** Keeps objects here and leaves them there on close. */
  public SimulatorSettings withStoreDirectory(Path value) {
    return withEndpoints(endpoints.withStoreDirectory(Optional.of(value)));
  }

  /** The organization key that is accepted. */
  public SimulatorSettings withToken(String value) {
    return withAccess(new Access(value, access.projectUuid(), access.projectCount()));
  }

  /** UUID of the first project. */
  public SimulatorSettings withProjectUuid(String value) {
    return withAccess(new Access(access.token(), value, access.projectCount()));
  }

  /** How many projects there are. */
  public SimulatorSettings withProjectCount(int value) {
    return withAccess(new Access(access.token(), access.projectUuid(), value));
  }

  /** Time in status 12. */
  public SimulatorSettings withQueueTime(Duration value) {
    return withTiming(timing.withQueue(value));
  }

  /** Time in status 14. */
  public SimulatorSettings withReconstructionTime(Duration value) {
    return withTiming(timing.withReconstruction(value));
  }

  /** Time from success to the finished archive. */
  public SimulatorSettings withPackagingTime(Duration value) {
    return withTiming(timing.withPackaging(value));
  }

  /** Time until a stop takes effect. */
  public SimulatorSettings withStopDelay(Duration value) {
    return withTiming(timing.withStopDelay(value));
  }

  /** Time that a deleted resource waits for its deletion. */
  public SimulatorSettings withDeletionDelay(Duration value) {
    return withTiming(timing.withDeletionDelay(value));
  }

  /** Time that storage credentials are good. */
  public SimulatorSettings withCredentialLifetime(Duration value) {
    return withTiming(timing.withCredentialLifetime(value));
  }

  /** Edition, and so the number of concurrent tasks. */
  public SimulatorSettings withEdition(Edition value) {
    return withConcurrentTasks(value.concurrentTasks());
  }

  /** Number of concurrent tasks that no edition has. */
  public SimulatorSettings withConcurrentTasks(int value) {
    return withLimits(limits.withConcurrentTasks(value));
  }

  /** Whether each type of a start takes a slot of its own. */
  public SimulatorSettings withTypesCountSeparately(boolean value) {
    return withLimits(limits.withTypesCountSeparately(value));
  }

  /** Images that may be reconstructed in total. */
  public SimulatorSettings withQuota(long value) {
    return withLimits(limits.withQuota(value));
  }

  /** How ETags are compared. */
  public SimulatorSettings withEtagCheck(EtagCheck value) {
    return withBehaviour(behaviour.withEtagCheck(value));
  }

  /** Success states of a model. */
  public SimulatorSettings withEnding(Ending value) {
    return withBehaviour(behaviour.withEnding(value));
  }

  /** What the list of running models shows. */
  public SimulatorSettings withRunningList(RunningList value) {
    return withBehaviour(behaviour.withRunningList(value));
  }

  /** When {@code delete_resource_if_finish} strikes. */
  public SimulatorSettings withInputDeletion(InputDeletion value) {
    return withBehaviour(behaviour.withInputDeletion(value));
  }

  /** Whether empty lists are {@code null}. */
  public SimulatorSettings withEmptyListsAsNull(boolean value) {
    return withBehaviour(behaviour.withEmptyListsAreNull(value));
  }

  /** Whether the resource of an unfinished model cannot be deleted. */
  public SimulatorSettings withResourcesInUseKept(boolean value) {
    return withBehaviour(behaviour.withResourcesInUseAreKept(value));
  }

  /** Whether an unfinished model cannot be deleted. */
  public SimulatorSettings withRunningModelsKept(boolean value) {
    return withBehaviour(behaviour.withRunningModelsAreKept(value));
  }

  /** Whether stopping a finished model is an error. */
  public SimulatorSettings withLateStopRefused(boolean value) {
    return withBehaviour(behaviour.withLateStopIsRefused(value));
  }

  /** Whether a deleted resource is "not found". */
  public SimulatorSettings withDeletedResourcesForgotten(boolean value) {
    return withBehaviour(behaviour.withDeletedResourcesAreForgotten(value));
  }

  /** Whether results can also be had by {@code GET model/download-url/{id}}. */
  public SimulatorSettings withDownloadUrl(boolean value) {
    return withBehaviour(behaviour.withDownloadUrlOffered(value));
  }

  /** Whether keys for uploads may read results. */
  public SimulatorSettings withReadableResults(boolean value) {
    return withBehaviour(behaviour.withResultsAreReadable(value));
  }

  /** See {@link Behaviour#storePathIsKept()}. */
  public SimulatorSettings withStorePathKept(boolean value) {
    return withBehaviour(behaviour.withStorePathIsKept(value));
  }

  /** Results with or without a picture of the photographs. */
  public SimulatorSettings withContactSheet(boolean value) {
    return withBehaviour(behaviour.withContactSheetLeftOut(!value));
  }
}
