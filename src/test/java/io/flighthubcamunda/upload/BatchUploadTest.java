package io.flighthubcamunda.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flighthubcamunda.api.OpenModelApi;
import io.flighthubcamunda.api.StorageCredential;
import io.flighthubcamunda.api.TestConnection;
import io.flighthubcamunda.api.UploadCallback;
import io.flighthubcamunda.imageset.Batch;
import io.flighthubcamunda.imageset.FolderSource;
import io.flighthubcamunda.imageset.PlannedFile;
import io.flighthubcamunda.imageset.SourceFileChangedException;
import io.flighthubcamunda.simulator.Simulator;
import io.flighthubcamunda.simulator.SimulatorSettings;
import io.flighthubcamunda.storage.TestCredential;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the simulator's object store, which checks signatures and ETags. */
class BatchUploadTest {

  @TempDir private Path folder;
  private Simulator simulator;
  private OpenModelApi api;

  @BeforeEach
  void start() {
    simulator = Simulator.start(SimulatorSettings.defaults());
    api = TestConnection.openModel(simulator);
  }

  @AfterEach
  void close() {
    simulator.close();
  }

  private List<UploadedFile> upload(Batch batch, UploadProgress progress) {
    return upload(batch, api.obtainToken(), progress);
  }

  private List<UploadedFile> upload(
      Batch batch, StorageCredential credential, UploadProgress progress) {
    return new TestUpload(folder, 4, true).upload(batch, credential, progress);
  }

  private static String md5(Path file) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("MD5").digest(Files.readAllBytes(file)));
  }

  @Test
  void shouldSendABatchAndGiveTheStoresETags() throws Exception {
    // given
    var batch = TestBatch.ofFiles(folder, 30, 20_000);
    var credential = api.obtainToken();
    var sent = new AtomicLong();

    // when
    var uploaded = upload(batch, credential, sent::addAndGet);

    // then
    assertThat(uploaded)
        .extracting(UploadedFile::name)
        .containsExactlyElementsOf(batch.files().stream().map(f -> f.objectName()).toList());
    assertThat(uploaded.get(7).etag()).isEqualTo('"' + md5(path(batch.files().get(7))) + '"');
    assertThat(sent).hasValue(batch.byteCount());
    var files = uploaded.stream().map(f -> new UploadCallback.File(f.name(), f.etag())).toList();
    var resource =
        api.uploadCallback(
            new UploadCallback(
                UUID.randomUUID().toString(), "site", credential.callbackParam(), files));
    assertThat(resource.fileNameList()).hasSize(30);
    assertThat(api.getResource(resource.resourceUuid()).resourceSize())
        .isEqualTo(batch.byteCount());
  }

  @Test
  void shouldLetTheLevelFindItselfByTheBytesThatAreSent() throws IOException {
    // given
    var batch = TestBatch.ofFiles(folder, 40, 1_000_000);
    var seconds = new AtomicLong();
    var level = new UploadLevel(1, 8, () -> seconds.getAndIncrement() * 1_000_000_000);
    var lowest = new AtomicLong(8);

    // when
    new TestUpload(
            new FolderSource(folder),
            level,
            UploadSettings.inOnePiece(true),
            TestCredential.connections())
        .upload(
            batch, api.obtainToken(), bytes -> lowest.accumulateAndGet(level.level(), Math::min));

    // then
    assertThat(lowest).hasValueLessThan(8);
  }

  @Test
  void shouldSendNamesAsTheyAre() throws IOException {
    // given
    var names =
        new String[] {
          "DJI 0001.JPG",
          "Südhang.JPG",
          "a+b.JPG",
          "100%.JPG",
          "a%20b.JPG",
          "a#1.JPG",
          "a?b=c.JPG",
          "写真.JPG",
          "a&b;c.JPG",
          "'q'.JPG",
          "~x!.JPG",
          "a@b:c.JPG"
        };
    var batch = TestBatch.named(folder, names);
    var credential = api.obtainToken();

    // when
    var uploaded = upload(batch, credential, UploadProgress.SILENT);
    var registered =
        api.uploadCallback(
            new UploadCallback(
                UUID.randomUUID().toString(),
                "site",
                credential.callbackParam(),
                uploaded.stream().map(f -> new UploadCallback.File(f.name(), f.etag())).toList()));

    // then
    assertThat(registered.fileNameList()).containsExactlyInAnyOrder(names);
  }

  @Test
  void shouldSendAnEmptyFile() throws IOException {
    // given
    var batch = TestBatch.ofFiles(folder, 1, 0);

    // when
    var uploaded = upload(batch, UploadProgress.SILENT);

    // then
    assertThat(uploaded).hasSize(1);
  }

  @Test
  void shouldSendABatchTwice() throws IOException {
    // given
    var batch = TestBatch.ofFiles(folder, 3, 1000);

    // when
    var first = upload(batch, UploadProgress.SILENT);
    var second = upload(batch, UploadProgress.SILENT);

    // then
    assertThat(second).isEqualTo(first);
  }

  @Test
  void shouldNameAFileThatVanished() throws IOException {
    // given
    var batch = TestBatch.ofFiles(folder, 5, 1000);
    Files.delete(path(batch.files().get(3)));

    // then
    assertChanged(batch, "img_0003.JPG was there at the check and is gone now");
  }

  @Test
  void shouldNameAFileThatGrew() throws IOException {
    // given
    var batch = TestBatch.ofFiles(folder, 5, 1000);
    Files.write(path(batch.files().get(2)), new byte[1001]);

    // then
    assertChanged(batch, "img_0002.JPG changed after the check: it had 1,000 bytes");
  }

  @Test
  void shouldNameAFileThatShrank() throws IOException {
    // given
    var batch = TestBatch.ofFiles(folder, 5, 1000);
    Files.write(path(batch.files().get(2)), new byte[999]);

    // then
    assertChanged(batch, "img_0002.JPG changed after the check: it had 1,000 bytes");
  }

  @Test
  void shouldNameAFileOfTheSameSizeThatWasWrittenAgain() throws IOException {
    // given
    var batch = TestBatch.ofFiles(folder, 5, 1000);
    var path = path(batch.files().get(1));
    Files.setLastModifiedTime(path, FileTime.from(Instant.now().plusSeconds(5)));

    // then
    assertChanged(batch, "img_0001.JPG changed after the check");
  }

  @Test
  void shouldNameAFileThatBecameAFolder() throws IOException {
    // given
    var batch = TestBatch.ofFiles(folder, 2, 1000);
    Files.delete(path(batch.files().getFirst()));
    Files.createDirectory(path(batch.files().getFirst()));

    // then
    assertChanged(batch, "img_0000.JPG");
  }

  @Test
  void shouldNameAFileThatShrinksWhileItIsSent() throws IOException {
    assertChangeWhileSending(path -> Files.write(path, new byte[10]));
  }

  @Test
  void shouldNameAFileThatGrowsWhileItIsSent() throws IOException {
    assertChangeWhileSending(path -> Files.write(path, new byte[3_000_000]));
  }

  @Test
  void shouldNameAFileThatVanishesWhileItIsSent() throws IOException {
    assertChangeWhileSending(Files::delete);
  }

  private interface Change {
    void make(Path file) throws IOException;
  }

  private void assertChangeWhileSending(Change change) throws IOException {
    var batch = TestBatch.ofFiles(folder, 1, 2_000_000);
    var reads = new AtomicInteger();
    assertThatThrownBy(
            () ->
                upload(
                    batch,
                    bytes -> {
                      if (reads.incrementAndGet() == 3) {
                        try {
                          change.make(path(batch.files().getFirst()));
                        } catch (IOException e) {
                          throw new AssertionError(e);
                        }
                      }
                    }))
        .isInstanceOf(SourceFileChangedException.class)
        .hasMessageContaining("img_0000.JPG");
  }

  private void assertChanged(Batch batch, String sentence) {
    assertThatThrownBy(() -> upload(batch, UploadProgress.SILENT))
        .isInstanceOf(SourceFileChangedException.class)
        .hasMessageContaining(sentence);
  }

  private Path path(PlannedFile file) {
    return folder.resolve(file.source().relativePath());
  }
}
