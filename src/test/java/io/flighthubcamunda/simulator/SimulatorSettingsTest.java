package io.flighthubcamunda.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorSettingsTest {

  private final SimulatorSettings settings = SimulatorSettings.defaults();

  private static void assertRefused(String words, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words)
        .hasMessageEndingWith(".");
  }

  @Test
  void shouldRefuseValuesThatMakeNoSense() {
    Duration negative = Duration.ofSeconds(-1);
    assertRefused("queue time", () -> settings.withQueueTime(negative));
    assertRefused("reconstruction time", () -> settings.withReconstructionTime(negative));
    assertRefused("packaging time", () -> settings.withPackagingTime(negative));
    assertRefused("stop delay", () -> settings.withStopDelay(negative));
    assertRefused("credential lifetime", () -> settings.withCredentialLifetime(negative));
    assertRefused("lag", () -> RunningList.complete().withLag(negative));
    assertRefused("65536", () -> settings.withPort(65_536));
    assertRefused("8080", () -> settings.withPort(8080).withStorePort(8080));
    assertRefused("quota", () -> settings.withQuota(-1));
    assertRefused("UUID", () -> settings.withProjectUuid("project"));
    assertRefused("organization key", () -> settings.withToken(" "));
    assertRefused("at least one project", () -> settings.withProjectCount(0));
    assertRefused("prefix", () -> settings.withBasePath("openapi/"));
    assertRefused("100", () -> new Outcome.Fail(1, 100));
    assertRefused("0", () -> Outcome.fail(0));
    assertRefused("418", () -> new Faults(Chaos.none()).nextPuts(1, 418));
  }

  @Test
  void shouldNotPrintTheToken() {
    assertThat(settings.withToken("very-secret").toString()).doesNotContain("very-secret");
  }

  @Test
  void shouldNotPrintStorageKeys() {
    Credential credential = new Credentials().issue("p", Instant.EPOCH, Duration.ofMinutes(1));
    assertThat(credential.toString())
        .doesNotContain(credential.secretAccessKey())
        .doesNotContain(credential.sessionToken())
        .doesNotContain(credential.callbackParam());
  }

  @Test
  void shouldNameThePortThatIsInUse() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int port = taken.getLocalPort();
      assertThatThrownBy(() -> Simulator.start(settings.withPort(port)))
          .isInstanceOf(SimulatorStartException.class)
          .hasMessageContaining("API on port " + port);
      assertThatThrownBy(() -> Simulator.start(settings.withStorePort(port)))
          .isInstanceOf(SimulatorStartException.class)
          .hasMessageContaining("object store on port " + port);
    }
  }

  @Test
  void shouldSayWhereObjectsCannotBeKept(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> Simulator.start(settings.withStoreDirectory(file)))
        .isInstanceOf(SimulatorStartException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void shouldListenOnLoopbackOnlyAndOnThePortsThatWereAskedFor() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    try (Simulator simulator = Simulator.start(settings.withPort(free))) {
      assertThat(simulator.baseUrl()).hasToString("http://127.0.0.1:" + free);
      assertThat(simulator.storeUrl().getHost()).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void shouldLeaveNothingOfATemporaryFolder() throws Exception {
    // given
    TemporaryFolder folder = TemporaryFolder.create();
    Files.createDirectories(folder.path().resolve("a/b"));
    Files.writeString(folder.path().resolve("a/b/c"), "content");

    // when
    folder.close();

    // then
    assertThat(folder.path()).doesNotExist();
  }

  @Test
  void shouldKeepAStoreDirectoryThatItWasGiven(@TempDir Path folder) {
    // given
    Path store = folder.resolve("not/there/yet");

    // when
    try (Simulator simulator = Simulator.start(settings.withStoreDirectory(store))) {
      new TestApi(simulator).resourceOf(1);
    }

    // then
    assertThat(store).isDirectoryRecursivelyContaining("glob:**.JPG");
  }
}
