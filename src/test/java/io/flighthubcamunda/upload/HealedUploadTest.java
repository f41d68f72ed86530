package io.flighthubcamunda.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flighthubcamunda.api.OpenModelApi;
import io.flighthubcamunda.api.StorageCredential;
import io.flighthubcamunda.api.TestConnection;
import io.flighthubcamunda.docs.WhatHappensWhen;
import io.flighthubcamunda.imageset.Batch;
import io.flighthubcamunda.imageset.FolderSource;
import io.flighthubcamunda.imageset.SourceFileChangedException;
import io.flighthubcamunda.simulator.Fault;
import io.flighthubcamunda.simulator.Operation;
import io.flighthubcamunda.simulator.Simulator;
import io.flighthubcamunda.simulator.SimulatorSettings;
import io.flighthubcamunda.simulator.StoreFault;
import io.flighthubcamunda.storage.StorageException;
import io.flighthubcamunda.storage.StoreConnections;
import io.flighthubcamunda.storage.TestCredential;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong and is put right inside of the batch, against the simulator's object store. */
@Timeout(60)
class HealedUploadTest {

  private static final int FILES = 20;

  @TempDir private Path folder;
  private final AtomicReference<Duration> passed = new AtomicReference<>(Duration.ZERO);
  private Simulator simulator;
  private OpenModelApi api;
  private ScriptedCredentials credentials;
  private Batch batch;

  @BeforeEach
  void start() throws IOException {
    simulator =
        Simulator.start(
            SimulatorSettings.defaults()
                .withClock(this::now)
                .withCredentialLifetime(Duration.ofMinutes(15)));
    api = TestConnection.openModel(simulator);
    credentials = new ScriptedCredentials(api);
    batch = TestBatch.ofFiles(folder, FILES, 1000);
  }

  @AfterEach
  void close() {
    simulator.close();
  }

  private Instant now() {
    return Instant.now().plus(passed.get());
  }

  private TestUpload upload(int parallelFiles) {
    return new TestUpload(folder, parallelFiles, true) {
      @Override
      Instant now() {
        return HealedUploadTest.this.now();
      }

      @Override
      void pause(Duration duration) {
        super.pause(duration);
        passed.accumulateAndGet(duration, Duration::plus);
      }
    };
  }

  /** One file after another; each is one chunk. */
  private SentBatch sendWithALeapOfTime(int file, Duration leap) {
    return sendWithALeapOfTime(file, leap, () -> {});
  }

  /**
   * @param event what happens after the leap
   */
  private SentBatch sendWithALeapOfTime(int file, Duration leap, Runnable event) {
    var files = new AtomicInteger();
    return upload(1)
        .send(
            batch,
            credentials,
            bytes -> {
              if (files.incrementAndGet() == file) {
                passed.accumulateAndGet(leap, Duration::plus);
                event.run();
              }
            });
  }

  private static void assertComplete(List<String> registered, Batch batch) {
    assertThat(registered)
        .containsExactlyInAnyOrderElementsOf(
            batch.files().stream().map(file -> file.objectName()).toList());
  }

  @Test
  @WhatHappensWhen("the store is busy, hangs or breaks off")
  void shouldLeaveABusyStoreAloneForAsLongAsItAsksFor() {
    // given
    simulator
        .faults()
        .nextPuts(1, new StoreFault.HttpStatus(503, Optional.of(Duration.ofSeconds(7))));
    var upload = upload(1);

    // when
    var sent = upload.send(batch, credentials, UploadProgress.SILENT);

    // then
    assertComplete(credentials.finish(sent), batch);
    assertThat(upload.pauses().getFirst()).isBetween(Duration.ofSeconds(6), Duration.ofSeconds(7));
    assertThat(credentials.given()).hasSize(1);
  }

  @Test
  void shouldNotBeSentToSleepForHours() {
    // given
    simulator
        .faults()
        .nextPuts(1, new StoreFault.HttpStatus(503, Optional.of(Duration.ofHours(9))));
    var upload = upload(1);

    // when
    var sent = upload.send(batch, credentials, UploadProgress.SILENT);

    // then
    assertComplete(credentials.finish(sent), batch);
    assertThat(upload.pauses()).allMatch(pause -> pause.toSeconds() <= 60);
  }

  @Test
  void shouldPauseLongerEachTimeAStoreIsBusyWithoutSayingForHowLong() {
    // given
    simulator.faults().nextPuts(6, 503);
    var upload = upload(1);

    // when
    var sent = upload.send(batch, credentials, UploadProgress.SILENT);

    // then
    assertComplete(credentials.finish(sent), batch);
    assertThat(upload.pauses().stream().mapToLong(Duration::toMillis).sum())
        .isBetween(30_000L, 64_000L);
  }

  @Test
  void shouldGiveUpOnAStoreThatStaysBusy() {
    // given
    simulator.faults().nextPuts(1000, 503);

    // then
    assertThatThrownBy(() -> upload(2).send(batch, credentials, UploadProgress.SILENT))
        .isInstanceOfSatisfying(
            StorageException.class,
            e -> assertThat(e.kind()).isEqualTo(StorageException.Kind.SLOW_DOWN));
  }

  @Test
  void shouldSendOnlyTheFileAgainWhoseConnectionBroke() {
    // given
    simulator.faults().sparePuts(5).nextPuts(2, new StoreFault.Reset()).nextPuts(1, 500);
    var sentBytes = new AtomicLong();

    // when
    var sent = upload(1).send(batch, credentials, sentBytes::addAndGet);

    // then
    assertComplete(credentials.finish(sent), batch);
    assertThat(sent.registeredCount()).isZero();
    assertThat(credentials.given()).hasSize(1);
    assertThat(simulator.flightHub().uploads()).isEqualTo(FILES);
  }

  @Test
  @WhatHappensWhen("the store is busy, hangs or breaks off")
  void shouldSendAFileAgainWhenTheStoreHangs() {
    // given
    simulator.faults().sparePuts(3).nextPuts(1, new StoreFault.Hang(Duration.ofSeconds(30)));
    var upload =
        new TestUpload(
            new FolderSource(folder),
            new UploadLevel(2, 2),
            UploadSettings.inOnePiece(true),
            StoreConnections.open(TestCredential.settings(Duration.ofMillis(500))));

    // when
    var sent = upload.send(batch, credentials, UploadProgress.SILENT);

    // then
    assertComplete(credentials.finish(sent), batch);
    assertThat(simulator.flightHub().uploads()).isEqualTo(FILES);
  }

  @Test
  void shouldLeaveAStoreTimeToAnswerThatHasGotAllOfAFile() {
    // given
    simulator.faults().nextPuts(1, new StoreFault.Delay(Duration.ofSeconds(1)));
    var upload =
        new TestUpload(
            new FolderSource(folder),
            new UploadLevel(2, 2),
            UploadSettings.inOnePiece(true),
            StoreConnections.open(
                TestCredential.settings(Duration.ofMillis(300), Duration.ofSeconds(20))));

    // when
    var sent = upload.send(batch, credentials, UploadProgress.SILENT);

    // then
    assertComplete(credentials.finish(sent), batch);
    assertThat(upload.pauses()).isEmpty();
    assertThat(simulator.flightHub().uploads()).isEqualTo(FILES);
  }

  @Test
  @WhatHappensWhen("the store is busy, hangs or breaks off")
  void shouldNotSendAgainWhatTheStoreTookAlthoughItsAnswerWasLost() {
    // given
    simulator.faults().sparePuts(5).nextPuts(2, new StoreFault.LostAnswer());

    // when
    var sent = upload(1).send(batch, credentials, UploadProgress.SILENT);

    // then
    assertComplete(credentials.finish(sent), batch);
    assertThat(credentials.given()).hasSize(1);
    assertThat(simulator.flightHub().uploads()).isEqualTo(FILES);
  }

  @Test
  void shouldNotSendAgainWhatTheStoreHoldsAlthoughItAnsweredAnotherEtag() {
    // given
    simulator.faults().sparePuts(5).nextPuts(2, new StoreFault.OtherEtag());

    // when
    var sent = upload(1).send(batch, credentials, UploadProgress.SILENT);

    // then
    assertComplete(credentials.finish(sent), batch);
    assertThat(simulator.flightHub().uploads()).isEqualTo(FILES);
  }

  @Test
  void shouldGiveUpOnAFileAfterAFewTries() {
    // given
    simulator.faults().nextPuts(1000, 500);
    var upload = upload(1);
    var small = TestBatch.first(batch, 1);

    // then
    assertThatThrownBy(() -> upload.send(small, credentials, UploadProgress.SILENT))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("HTTP 500");
    assertThat(upload.pauses()).hasSize(4);
  }

  @Test
  void shouldSendAFileAgainWhoseDiskWentAwayInTheMiddleAndCameBack() {
    // given
    var upload = fromADiskThatFails(2);

    // when
    var sent = upload.send(batch, credentials, UploadProgress.SILENT);

    // then
    assertComplete(credentials.finish(sent), batch);
    assertThat(simulator.flightHub().uploads()).isEqualTo(FILES);
    assertThat(upload.pauses()).hasSize(2);
  }

  @Test
  void shouldNameTheFileWhoseDiskStaysAway() {
    // given
    var upload = fromADiskThatFails(1000);

    // then
    assertThatThrownBy(() -> upload.send(batch, credentials, UploadProgress.SILENT))
        .isInstanceOf(SourceFileChangedException.class)
        .hasMessageMatching(
            "img_00\\d\\d.JPG could be read at the check and can't be read now"
                + " \\(Input/output error\\)\\.");
    assertThat(simulator.flightHub().uploads()).isZero();
    assertThat(simulator.flightHub().resources()).isEmpty();
  }

  private TestUpload fromADiskThatFails(int times) {
    return new TestUpload(
        new FailingDisk(new FolderSource(folder), times, 400),
        new UploadLevel(1, 1),
        UploadSettings.inOnePiece(true),
        TestCredential.connections());
  }

  @Test
  void shouldTakeOneNewCredentialForTheRestOfTheBatch() {
    // given
    simulator.faults().sparePuts(8).nextPuts(4, 403);

    // when
    var sent = upload(4).send(batch, credentials, UploadProgress.SILENT);

    // then
    assertComplete(credentials.finish(sent), batch);
    // One when all refusals come at once; a refusal that comes later meets the next credential.
    assertThat(credentials.given()).hasSizeBetween(2, 5);
    assertThat(sent.callbackParam()).isEqualTo(credentials.given().getLast().callbackParam());
    assertThat(sent.registeredCount() + sent.files().size()).isEqualTo(FILES);
    assertThat(credentials.registeredEarly()).hasSize(sent.registeredCount());
    assertThat(simulator.flightHub().uploads()).isEqualTo(FILES);
  }

  @Test
  void shouldRegisterAndGoOnWithANewCredentialBeforeTheOldOneExpires() {
    // when
    var sent = sendWithALeapOfTime(8, Duration.ofMinutes(14).plusSeconds(10));

    // then
    assertComplete(credentials.finish(sent), batch);
    assertThat(credentials.given()).hasSize(2);
    assertThat(sent.registeredCount()).isPositive().isLessThan(FILES);
    assertThat(simulator.flightHub().uploads()).isEqualTo(FILES);
  }

  @Test
  void shouldNotSendAgainWhatFlightHubWasTooBusyToRegisterAtFirst() {
    // given
    simulator
        .faults()
        .next(Operation.UPLOAD_CALLBACK, new Fault.HttpStatus(503))
        .next(
            Operation.UPLOAD_CALLBACK,
            new Fault.HttpStatus(429, Optional.of(Duration.ofSeconds(9))))
        .next(Operation.UPLOAD_CALLBACK, new Fault.DropAfterEffect());

    // when
    var sent = sendWithALeapOfTime(8, Duration.ofMinutes(14).plusSeconds(10));

    // then
    assertComplete(credentials.finish(sent), batch);
    assertThat(simulator.flightHub().uploads()).isEqualTo(FILES);
  }

  @Test
  void shouldGoOnWhenFlightHubWasTooBusyToGiveTheNextCredentialAtFirst() {
    // when
    var sent =
        sendWithALeapOfTime(
            8,
            Duration.ofMinutes(14).plusSeconds(10),
            () ->
                simulator
                    .faults()
                    .next(Operation.OBTAIN_TOKEN, new Fault.HttpStatus(503))
                    .next(Operation.OBTAIN_TOKEN, new Fault.HalfAnswer()));

    // then
    assertComplete(credentials.finish(sent), batch);
    assertThat(simulator.flightHub().uploads()).isEqualTo(FILES);
  }

  @Test
  void shouldSendAgainWhatFlightHubWasAwayForTooLongToRegister() {
    // given
    for (int call = 0; call < 7; call++) {
      simulator.faults().next(Operation.UPLOAD_CALLBACK, new Fault.HttpStatus(503));
    }

    // when
    var sent = sendWithALeapOfTime(8, Duration.ofMinutes(14).plusSeconds(10));

    // then
    assertComplete(credentials.finish(sent), batch);
    assertThat(simulator.flightHub().uploads()).isGreaterThan(FILES);
  }

  @Test
  void shouldSendFilesAgainWhoseCredentialExpiredBeforeTheyWereRegistered() {
    // when
    var sent = sendWithALeapOfTime(4, Duration.ofMinutes(20));

    // then
    assertComplete(credentials.finish(sent), batch);
    assertThat(credentials.given()).hasSize(2);
    assertThat(sent.registeredCount()).isZero();
    assertThat(sent.files()).hasSize(FILES);
  }

  @Test
  void shouldRegisterAtOnceWhenTheCredentialEndsWithTheBatch() {
    // given
    var small = TestBatch.first(batch, 1);

    // when
    var sent =
        upload(1)
            .send(small, credentials, bytes -> passed.set(Duration.ofMinutes(14).plusSeconds(10)));

    // then
    assertThat(sent.files()).isEmpty();
    assertThat(sent.registeredCount()).isEqualTo(1);
    assertComplete(credentials.finish(sent), small);
  }

  @Test
  void shouldUseACredentialThatSeemsExpiredAtBirth() {
    // given
    var fast =
        new TestUpload(folder, 2, true) {
          @Override
          Instant now() {
            return Instant.now().plus(Duration.ofHours(1));
          }
        };

    // when
    var sent = fast.send(batch, credentials, UploadProgress.SILENT);

    // then
    assertComplete(credentials.finish(sent), batch);
    assertThat(credentials.given()).hasSize(1);
  }

  @Test
  void shouldNotAskForCredentialsForEverWhenNoneIsTaken() {
    // given
    simulator.faults().nextPuts(1000, 403);

    // then
    assertThatThrownBy(() -> upload(4).send(batch, credentials, UploadProgress.SILENT))
        .isInstanceOfSatisfying(
            StorageException.class,
            e -> assertThat(e.kind()).isEqualTo(StorageException.Kind.CREDENTIAL))
        .hasMessageContaining("check this machine's clock");
    assertThat(credentials.given()).hasSize(4);
  }

  @Test
  void shouldNotSendForEverWhatIsNeverRegistered() {
    // given
    var small = TestBatch.first(batch, 1);
    var born = new AtomicReference<>(Duration.ZERO);
    var given = new AtomicInteger();
    var never =
        new CredentialSource() {
          @Override
          public StorageCredential obtain() {
            given.incrementAndGet();
            born.set(passed.get());
            return api.obtainToken();
          }

          @Override
          public Set<String> register(StorageCredential ended, List<UploadedFile> files) {
            return Set.of();
          }
        };

    // then
    assertThatThrownBy(
            () ->
                upload(1)
                    .send(
                        small,
                        never,
                        bytes -> passed.set(born.get().plusMinutes(14).plusSeconds(10))))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("4 temporary credentials in a row ended");
    assertThat(given).hasValue(4);
  }

  @Test
  void shouldNotStopWhileItWaitsOnPurposeAndStopWhenNobodyWantsTheBatch() {
    // given
    simulator.faults().nextPuts(1, 503);
    var waits = new AtomicInteger();
    var upload =
        new TestUpload(folder, 1, true) {
          @Override
          void pause(Duration duration) {
            sleep(Duration.ofHours(1));
          }
        };

    // then
    assertThatThrownBy(
            () ->
                upload.send(
                    batch,
                    credentials,
                    new UploadProgress() {
                      @Override
                      public void sent(long bytes) {}

                      @Override
                      public void waiting() {
                        waits.incrementAndGet();
                      }

                      @Override
                      public void requireWanted() {
                        if (waits.get() >= 2) {
                          throw new UploadCancelledException("It was cancelled.");
                        }
                      }
                    }))
        .isInstanceOf(UploadCancelledException.class)
        .hasMessageMatching(
            "Sending of batch 1 stopped after \\d+ of 20 files and [\\d,]+ bytes. It was cancelled.");
  }

  private static void sleep(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      throw new UploadCancelledException("interrupted");
    }
  }
}
