package io.flighthubcamunda.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.flighthubcamunda.worker.instance.FoundInstance;
import io.flighthubcamunda.worker.instance.InstanceSearch;
import io.flighthubcamunda.worker.instance.SearchUnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Awaits the end of an instance where the connection is lost on which the engine would have told of
 * it: looks for the instance by its UUID, again and again, where the engine can be searched.
 *
 * @param <E> what its variables make
 */
final class EndSearch<E> {

  /** A search store learns of an instance, and of its last variables, within seconds. */
  private static final int MOST_LOOKS_IN_VAIN = 6;

  /** With {@link ProcessStart#LOOK} that is five minutes, in which a cluster restarts. */
  private static final int MOST_SEARCHES_REFUSED = 60;

  private final InstanceSearch search;
  private final FollowedProcess<E> process;
  private final String uuid;
  private final Duration pause;
  private final JsonMapper json = new JsonMapper();
  private boolean seen;
  private int inVain;
  private int refused;

  /**
   * @param uuid value of the variable that tells the instance from all others
   * @param pause between two looks
   */
  EndSearch(InstanceSearch search, FollowedProcess<E> process, String uuid, Duration pause) {
    this.search = search;
    this.process = process;
    this.uuid = uuid;
    this.pause = pause;
  }

  /**
   * @param lost how the command ended that started the instance
   * @param after how long after it was sent
   * @return fails with {@code lost} when nothing seems to have been started, and with a {@link
   *     FollowingException} when the end can't be seen from here
   */
  CompletableFuture<E> await(Throwable lost, Duration after) {
    var mostRefused = after.compareTo(PatientCommand.AT_ONCE) < 0 ? 0 : MOST_SEARCHES_REFUSED;
    return CompletableFuture.supplyAsync(
        () -> await(lost, mostRefused), Thread.ofVirtual().name("end-search")::start);
  }

  private E await(Throwable lost, int mostRefused) {
    while (true) {
      try {
        var end = look();
        refused = 0;
        if (end.isPresent()) {
          return end.get();
        }
        if (!seen && inVain >= MOST_LOOKS_IN_VAIN) {
          throw new CompletionException(lost);
        }
      } catch (SearchUnavailableException e) {
        if (++refused > mostRefused) {
          throw mostRefused == 0 ? new CompletionException(lost) : outOfSight(lost, e);
        }
      }
      try {
        Thread.sleep(pause);
      } catch (InterruptedException e) {
        throw new CompletionException(lost);
      }
    }
  }

  private Optional<E> look() {
    var found =
        search.withVariable(process.uuidVariable(), uuid).stream()
            .filter(instance -> instance.processId().equals(process.id()))
            .findFirst();
    seen |= found.isPresent();
    return switch (found.map(FoundInstance::state).orElse(FoundInstance.State.UNKNOWN)) {
      case COMPLETED -> variables(found.get().key());
      case CANCELLED ->
          throw new FollowingException(
              "The instance %d was cancelled in Camunda.".formatted(found.get().key()), null);
      case ACTIVE -> Optional.empty();
      case UNKNOWN -> {
        inVain++;
        yield Optional.empty();
      }
    };
  }

  /** Empty while the store may not have the last ones yet. */
  private Optional<E> variables(long key) {
    var variables = search.variables(key, Set.copyOf(process.variables()));
    if (!variables.containsKey(FollowedProcess.OUTCOME) && ++inVain < MOST_LOOKS_IN_VAIN) {
      return Optional.empty();
    }
    return Optional.of(json.convertValue(variables, process.end()));
  }

  private static FollowingException outOfSight(Throwable lost, SearchUnavailableException why) {
    return new FollowingException(
        "The connection to Camunda was lost. What was started goes on; see Operate. %s"
            .formatted(why.getMessage()),
        lost);
  }
}
