package io.flighthubcamunda.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flighthubcamunda.api.TestConnection;
import io.flighthubcamunda.imageset.Batch;
import io.flighthubcamunda.imageset.FolderSource;
import io.flighthubcamunda.simulator.Simulator;
import io.flighthubcamunda.simulator.SimulatorSettings;
import io.flighthubcamunda.simulator.StoreFault;
import io.flighthubcamunda.storage.ContentMd5;
import io.flighthubcamunda.storage.StorageException;
import io.flighthubcamunda.storage.TestCredential;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Large files in parts, against the simulator's object store. */
@Timeout(60)
class PartedUploadTest {

  private static final int PART = 5 << 20;
  private static final int LAST_PART = 1000;
  private static final int PARTS = 3;
  private static final int SIZE = (PARTS - 1) * PART + LAST_PART;

  @TempDir private Path folder;
  @TempDir private Path stored;
  private volatile Duration passed = Duration.ZERO;
  private Simulator simulator;
  private ScriptedCredentials credentials;
  private Batch batch;

  @BeforeEach
  void start() throws IOException {
    batch = TestBatch.ofFiles(folder, 1, SIZE);
    simulate(false);
  }

  private void simulate(boolean storePathKept) {
    close();
    simulator =
        Simulator.start(
            SimulatorSettings.defaults()
                .withClock(this::now)
                .withCredentialLifetime(Duration.ofMinutes(15))
                .withStoreDirectory(stored)
                .withStorePathKept(storePathKept));
    credentials = new ScriptedCredentials(TestConnection.openModel(simulator));
  }

  @AfterEach
  void close() {
    if (simulator != null) {
      simulator.close();
    }
  }

  private Instant now() {
    return Instant.now().plus(passed);
  }

  private SentBatch send(UploadProgress progress) {
    return send(new UploadLevel(1, 1), progress);
  }

  private SentBatch send(UploadLevel level, UploadProgress progress) {
    return new TestUpload(
        new FolderSource(folder),
        level,
        new UploadSettings(true, SIZE, PART),
        TestCredential.connections()) {
      @Override
      Instant now() {
        return PartedUploadTest.this.now();
      }
    }.send(batch, credentials, progress);
  }

  private void assertArrived(SentBatch sent) {
    assertThat(credentials.finish(sent)).containsExactly("img_0000.JPG");
    assertThat(simulator.flightHub().resources().getFirst().sizeBytes()).isEqualTo(SIZE);
  }

  /** What lies in the store's bucket, parts of unfinished uploads among it. */
  private long bytesStored() throws IOException {
    try (var files = Files.walk(stored)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  @Test
  void shouldSendALargeFileInParts() throws IOException {
    // when
    var sent = send(UploadProgress.SILENT);

    // then
    assertThat(new ObjectEtag(sent.files().getFirst().etag()).isOfParts(md5sOfParts())).isTrue();
    assertArrived(sent);
  }

  private List<byte[]> md5sOfParts() throws IOException {
    var bytes = Files.readAllBytes(folder.resolve("img_0000.JPG"));
    var md5s = new ArrayList<byte[]>();
    for (int begin = 0; begin < SIZE; begin += PART) {
      var part = Arrays.copyOfRange(bytes, begin, Math.min(SIZE, begin + PART));
      md5s.add(ContentMd5.start().digest(part));
    }
    return md5s;
  }

  @Test
  void shouldSendAsManyPartsAtATimeAsThereAreTurns() {
    // given
    simulator.faults().nextPuts(PARTS, new StoreFault.Delay(Duration.ofSeconds(1)));
    var level = new UploadLevel(2, 2);
    var most = new AtomicInteger();

    // when
    var sent = send(level, bytes -> most.accumulateAndGet(level.sending(), Math::max));

    // then
    assertThat(most).hasValue(2);
    assertArrived(sent);
  }

  @Test
  void shouldSendOnlyThePartAgainThatWasCut() {
    // given
    simulator.faults().sparePuts(1).nextPuts(1, new StoreFault.Reset());
    var bytes = new AtomicLong();

    // when
    var sent = send(new UploadLevel(2, 2), bytes::addAndGet);

    // then
    assertArrived(sent);
    assertThat(bytes).hasValueLessThanOrEqualTo(SIZE + PART);
    assertThat(simulator.flightHub().uploads()).isEqualTo(PARTS);
  }

  @Test
  void shouldSendOnlyTheMissingPartsWithANextCredentialForTheSameObject() throws IOException {
    // given
    simulate(true);
    simulator.faults().sparePuts(2).nextPuts(1, 403);
    var bytes = new AtomicLong();

    // when
    var sent = send(bytes::addAndGet);

    // then
    assertThat(credentials.given()).hasSize(2);
    assertThat(simulator.flightHub().uploads()).isEqualTo(PARTS);
    assertThat(bytes).hasValue(SIZE + LAST_PART);
    assertThat(new ObjectEtag(sent.files().getFirst().etag()).isOfParts(md5sOfParts())).isTrue();
    assertArrived(sent);
  }

  @Test
  void shouldGoOnAfterTheCredentialExpiredInTheMiddleOfAFile() {
    // given
    simulate(true);

    // when
    var sent = send(new ExpiryAfterTheFirstPart());

    // then
    assertThat(credentials.given()).hasSize(2);
    assertThat(simulator.flightHub().uploads()).isEqualTo(PARTS);
    assertArrived(sent);
  }

  @Test
  void shouldBeginTheFileAnewWhereTheNextCredentialNamesAnotherObject() {
    // when
    var sent = send(new ExpiryAfterTheFirstPart());

    // then
    assertThat(credentials.given()).hasSize(2);
    assertThat(simulator.flightHub().uploads()).isEqualTo(1 + PARTS);
    assertArrived(sent);
  }

  /** Each byte that leaves is one of a part, and time leaps once. */
  private final class ExpiryAfterTheFirstPart implements UploadProgress {

    private final AtomicLong sent = new AtomicLong();

    @Override
    public void sent(long bytes) {
      if (sent.addAndGet(bytes) == PART) {
        passed = Duration.ofMinutes(20);
      }
    }
  }

  @Test
  void shouldLeaveNoPartsOfAnObjectThatNobodyCompletes() throws IOException {
    // given
    simulator.faults().sparePuts(1).nextPuts(1, 403);

    // when
    var sent = send(UploadProgress.SILENT);

    // then
    assertThat(simulator.flightHub().uploads()).isEqualTo(1 + PARTS);
    assertThat(bytesStored()).isLessThan(SIZE + PART);
    assertArrived(sent);
  }

  @Test
  void shouldTakeMoreCredentialsThanMayBeInVainWhileEachBringsAPart() throws IOException {
    // given
    simulate(true);
    batch = TestBatch.ofFiles(folder, 1, 6 * PART);
    for (int part = 1; part <= 5; part++) {
      simulator.faults().sparePuts(1).nextPuts(1, 403);
    }

    // when
    var sent = send(UploadProgress.SILENT);

    // then
    assertThat(credentials.given()).hasSize(6);
    assertThat(simulator.flightHub().uploads()).isEqualTo(6);
    assertThat(credentials.finish(sent)).hasSize(1);
  }

  @Test
  void shouldEndWithTheStoresWordWhenAPartNeverArrives() {
    // given
    simulator.faults().sparePuts(1).nextPuts(100, 500);

    // then
    assertThatThrownBy(() -> send(UploadProgress.SILENT))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("part 2 of img_0000.JPG");
  }
}
