package io.flighthubcamunda.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flighthubcamunda.api.TestConnection;
import io.flighthubcamunda.imageset.Batch;
import io.flighthubcamunda.imageset.FolderSource;
import io.flighthubcamunda.simulator.Simulator;
import io.flighthubcamunda.simulator.SimulatorSettings;
import io.flighthubcamunda.simulator.StoreFault;
import io.flighthubcamunda.storage.StorageException;
import io.flighthubcamunda.storage.TestCredential;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large files in parts, against the simulator's object store. */
class PartedUploadTest {

  private static final int PART = 5 << 20;
  private static final int SIZE = 2 * PART + 1000;

  @TempDir private Path folder;
  private Simulator simulator;
  private ScriptedCredentials credentials;
  private Batch batch;

  @BeforeEach
  void start() throws IOException {
    simulator = Simulator.start(SimulatorSettings.defaults());
    credentials = new ScriptedCredentials(TestConnection.openModel(simulator));
    batch = TestBatch.ofFiles(folder, 1, SIZE);
  }

  @AfterEach
  void close() {
    simulator.close();
  }

  private SentBatch send(UploadProgress progress) {
    return new TestUpload(
            new FolderSource(folder),
            new UploadLevel(2, 2),
            new UploadSettings(true, SIZE, PART),
            TestCredential.connections())
        .send(batch, credentials, progress);
  }

  @Test
  void shouldSendALargeFileInParts() {
    // when
    var sent = send(UploadProgress.SILENT);

    // then
    assertThat(sent.files().getFirst().etag()).endsWith("-3\"");
    assertThat(credentials.finish(sent)).containsExactly("img_0000.JPG");
    assertThat(simulator.flightHub().resources().getFirst().sizeBytes()).isEqualTo(SIZE);
  }

  @Test
  void shouldSendOnlyThePartAgainThatWasCut() {
    // given
    simulator.faults().sparePuts(1).nextPuts(1, new StoreFault.Reset());
    var bytes = new AtomicLong();

    // when
    var sent = send(bytes::addAndGet);

    // then
    assertThat(credentials.finish(sent)).hasSize(1);
    assertThat(bytes).hasValueLessThanOrEqualTo(SIZE + PART);
    assertThat(simulator.flightHub().uploads()).isEqualTo(3);
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
