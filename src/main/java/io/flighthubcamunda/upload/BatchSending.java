package io.flighthubcamunda.upload;

import io.flighthubcamunda.api.FlightHubAnswerLostException;
import io.flighthubcamunda.api.FlightHubUnavailableException;
import io.flighthubcamunda.api.StorageCredential;
import io.flighthubcamunda.imageset.Batch;
import io.flighthubcamunda.imageset.PlannedFile;
import io.flighthubcamunda.storage.StorageException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One batch on its way through one credential or several. Path and callback value belong to a
 * credential (fact sheet 2.3): what was sent with one that ends is registered at once, and only the
 * rest goes on with the next.
 */
final class BatchSending {

  private static final Logger LOG = LoggerFactory.getLogger(BatchSending.class);

  /** Credentials in a row with which nothing got through. */
  private static final int MOST_IN_VAIN = 4;

  /** About a minute, which is what a credential has left when no more files are begun with it. */
  private static final int MOST_TRIES = 7;

  private final Batch batch;
  private final CredentialSource credentials;
  private final InstantSource clock;
  private final BatchPulse pulse;
  private final IntSupplier partsCarriedOver;
  private final Pace pace = new Pace();
  private List<PlannedFile> rest;
  private int registered;
  private int inVain;
  private int mostPartsCarriedOver;

  /**
   * @param partsCarriedOver parts of large files in the store that a next credential can go on with
   */
  BatchSending(
      Batch batch,
      CredentialSource credentials,
      InstantSource clock,
      BatchPulse pulse,
      IntSupplier partsCarriedOver) {
    this.batch = batch;
    this.credentials = credentials;
    this.clock = clock;
    this.pulse = pulse;
    this.partsCarriedOver = partsCarriedOver;
    this.rest = batch.files();
  }

  /** Sends files with a credential until it ends, and returns those that were sent. */
  @FunctionalInterface
  interface Round {
    List<UploadedFile> send(
        List<PlannedFile> files, StorageCredential credential, CredentialLife life, Pace pace);
  }

  SentBatch run(Round round) {
    var credential = credentials.obtain();
    while (true) {
      var life = new CredentialLife(credential, clock);
      var sent = round.send(rest, credential, life, pace);
      if (sent.size() == rest.size() && !life.ending()) {
        return sentBatch(credential, sent);
      }
      register(credential, sent);
      if (rest.isEmpty()) {
        return sentBatch(credential, List.of());
      }
      requireSense(credential, life);
      LOG.info(
          "Batch {} goes on with a new credential: {} of {} files are left",
          batch.number(),
          rest.size(),
          batch.files().size());
      credential = insistently(credentials::obtain);
    }
  }

  private SentBatch sentBatch(StorageCredential credential, List<UploadedFile> sent) {
    return new SentBatch(credential.callbackParam(), credential.expiresAt(), sent, registered);
  }

  private void register(StorageCredential credential, List<UploadedFile> sent) {
    if (sent.isEmpty()) {
      inVain = partsGrew() ? 0 : inVain + 1;
      return;
    }
    var taken = registered(credential, sent);
    var left = rest.stream().filter(file -> !taken.contains(file.objectName())).toList();
    registered += rest.size() - left.size();
    inVain = left.size() < rest.size() ? 0 : inVain + 1;
    rest = left;
  }

  private Set<String> registered(StorageCredential credential, List<UploadedFile> sent) {
    try {
      return insistently(() -> credentials.register(credential, sent));
    } catch (FlightHubUnavailableException | FlightHubAnswerLostException e) {
      LOG.warn("{} files are uploaded again: {}", sent.size(), e.getMessage());
      return Set.of();
    }
  }

  /** To ask again costs a call; without an answer, what was sent has to be sent again. */
  private <T> T insistently(Supplier<T> call) {
    for (int tries = 1; ; tries++) {
      try {
        return call.get();
      } catch (FlightHubUnavailableException e) {
        rest(tries, e.retryAfter(), e);
      } catch (FlightHubAnswerLostException e) {
        rest(tries, Optional.empty(), e);
      }
    }
  }

  private void rest(int tries, Optional<Duration> wanted, RuntimeException failure) {
    if (tries == MOST_TRIES) {
      throw failure;
    }
    pulse.rest(GrowingPause.of(tries, wanted));
  }

  /** A file of hundreds of gigabytes may need more credentials than one. */
  private boolean partsGrew() {
    var now = partsCarriedOver.getAsInt();
    var grew = now > mostPartsCarriedOver;
    mostPartsCarriedOver = Math.max(mostPartsCarriedOver, now);
    return grew;
  }

  private void requireSense(StorageCredential credential, CredentialLife life) {
    if (inVain >= MOST_IN_VAIN) {
      throw life.refusal()
          .orElseGet(
              () ->
                  new StorageException(
                      StorageException.Kind.CREDENTIAL,
                      ("%d temporary credentials in a row ended before a file was sent and"
                              + " registered; the last was valid until %s, and it is %s here. Check"
                              + " this machine's clock, and the speed of its line.")
                          .formatted(inVain, credential.expiresAt(), clock.instant()),
                      null));
    }
  }
}
