package io.flighthubcamunda.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPortsTest {

  private final Properties properties = new Properties();

  @Test
  void shouldUseStandardPortsUnlessToldOtherwise() {
    // given: the build passes properties that nobody set as empty ones
    properties.setProperty("camunda.grpc.port", "");
    properties.setProperty("camunda.http.port", "18080");

    // when
    LocalPorts ports = LocalPorts.from(properties);

    // then
    assertThat(ports.number(LocalPort.GRPC)).isEqualTo(26500);
    assertThat(ports.address(LocalPort.HTTP)).isEqualTo(URI.create("http://127.0.0.1:18080"));
    assertThat(ports.number(LocalPort.SEARCH)).isEqualTo(9200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "-1", "http", "80 80"})
  void shouldRefuseWhatIsNoPort(String value) {
    // given
    properties.setProperty("camunda.http.port", value);

    // when / then
    assertThatThrownBy(() -> LocalPorts.from(properties))
        .isInstanceOf(LocalEngineException.class)
        .hasMessage(
            "camunda.http.port must be a port number from 1 to 65535, but is \"%s\".", value);
  }

  @Test
  void shouldFindDifferentFreePorts() {
    // when
    LocalPorts ports = LocalPorts.free();

    // then
    assertThat(ports.numbers().values()).doesNotHaveDuplicates().hasSize(LocalPort.values().length);
    assertThatCode(ports::requireFree).doesNotThrowAnyException();
  }

  @Test
  void shouldRefuseOnePortForTwoServers() {
    // given
    properties.setProperty("camunda.http.port", "9200");

    // when / then
    assertThatThrownBy(() -> LocalPorts.from(properties))
        .isInstanceOf(LocalEngineException.class)
        .hasMessage(
            "Port 9200 is given to both camunda.http.port and opensearch.http.port;"
                + " choose different ones.");
  }

  @Test
  void shouldSayWhichPortIsInUseAndWhatToDo() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      // given
      for (LocalPort port : LocalPort.values()) {
        properties.setProperty(port.property(), String.valueOf(freePort()));
      }
      properties.setProperty("camunda.http.port", String.valueOf(other.getLocalPort()));
      LocalPorts ports = LocalPorts.from(properties);

      // when / then
      assertThatThrownBy(ports::requireFree)
          .isInstanceOf(LocalEngineException.class)
          .hasMessage(
              "Port %d (Operate and Tasklist) is in use. Stop what uses it, or choose another with"
                  + " -Dcamunda.http.port=...",
              other.getLocalPort());
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
