package io.flighthubcamunda.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.simulator.SimulatorSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListenAddressTest {

  @Test
  void shouldListenOnLoopbackUnlessToldOtherwise() throws UnknownHostException {
    // when
    var address = SimulatorSettings.defaults().endpoints().bindAddress();

    // then
    assertThat(InetAddress.getByName(address).isLoopbackAddress()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "::1", "localhost"})
  void shouldSayNothingAboutLoopback(String text) {
    assertThat(new ListenAddress(text).warning()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7"})
  void shouldWarnWhenOthersAreLetIn(String text) {
    assertThat(new ListenAddress(text).warning().orElseThrow())
        .contains("listens on " + text)
        .contains("--token");
  }
}
