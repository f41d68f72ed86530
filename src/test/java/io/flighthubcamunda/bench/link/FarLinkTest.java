package io.flighthubcamunda.bench.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Only lower bounds of time: a busy machine makes a link slower, never faster. */
@Timeout(60)
class FarLinkTest {

  private ServerSocket echo;

  @BeforeEach
  void startEcho() throws IOException {
    echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual()
        .start(
            () -> {
              while (!echo.isClosed()) {
                try {
                  var socket = echo.accept();
                  Thread.ofVirtual().start(() -> answer(socket));
                } catch (IOException e) {
                  return;
                }
              }
            });
  }

  @AfterEach
  void stopEcho() throws IOException {
    echo.close();
  }

  @Test
  void shouldTakeARoundTripToConnectAndOneToAnswer() throws IOException {
    var shape = new LinkShape(Duration.ofMillis(60), 400_000_000, 0, 1);
    try (var link = FarLink.open(shape, echo.getLocalPort());
        var socket = connect(link)) {
      var start = System.nanoTime();
      ask(socket, 10);
      var first = millisSince(start);
      start = System.nanoTime();
      ask(socket, 10);
      var second = millisSince(start);

      // A few milliseconds early: timers are no clocks.
      assertThat(first).isGreaterThanOrEqualTo(100);
      assertThat(second).isGreaterThanOrEqualTo(50);
      assertThat(link.meter().bytes()).isEqualTo(20);
      assertThat(link.meter().connections()).isEqualTo(1);
    }
  }

  @Test
  void shouldNotBeFasterThanItsBandwidth() throws IOException {
    // given: 1 MB/s
    var shape = new LinkShape(Duration.ZERO, 8_000_000, 0, 1);
    try (var link = FarLink.open(shape, echo.getLocalPort());
        var socket = connect(link)) {
      // when
      var start = System.nanoTime();
      ask(socket, 500_000);

      // then
      assertThat(millisSince(start)).isGreaterThanOrEqualTo(480);
    }
  }

  @Test
  void shouldBringEveryByteInOrder() throws IOException {
    var shape = new LinkShape(Duration.ofMillis(10), 400_000_000, 0, 1);
    try (var link = FarLink.open(shape, echo.getLocalPort());
        var socket = connect(link)) {
      assertThat(ask(socket, 3_000_000)).isEqualTo(bytes(3_000_000));
    }
  }

  @Test
  void shouldResetTheConnectionThatSendsTheUnluckyByte() throws IOException {
    var shape = new LinkShape(Duration.ofMillis(2), 400_000_000, 1_000, 1);
    try (var link = FarLink.open(shape, echo.getLocalPort());
        var socket = connect(link)) {
      assertThatThrownBy(() -> ask(socket, 1_000_000)).isInstanceOf(IOException.class);
      assertThat(link.meter().cuts()).isEqualTo(1);
    }
  }

  @Test
  void shouldKeepSilentWhilePulledAndResetWhatWasOpenWhenPluggedInAgain() throws IOException {
    var shape = new LinkShape(Duration.ZERO, 400_000_000, 0, 1);
    try (var link = FarLink.open(shape, echo.getLocalPort());
        var old = connect(link)) {
      ask(old, 10);

      // when
      link.pull();
      try (var late = connect(link)) {
        late.setSoTimeout(200);
        old.setSoTimeout(200);

        // then
        assertThatThrownBy(() -> ask(late, 10)).isInstanceOf(SocketTimeoutException.class);
        assertThatThrownBy(() -> ask(old, 10)).isInstanceOf(SocketTimeoutException.class);
      }

      // when
      link.plug();

      // then
      old.setSoTimeout(10_000);
      assertThatThrownBy(() -> ask(old, 10))
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(SocketTimeoutException.class);
      try (var fresh = connect(link)) {
        assertThat(ask(fresh, 10)).isEqualTo(bytes(10));
      }
    }
  }

  private static Socket connect(FarLink link) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), link.port());
  }

  /** Sends that many bytes and reads as many. */
  private static byte[] ask(Socket socket, int count) throws IOException {
    Thread.ofVirtual().start(() -> write(socket, count));
    var answer = new byte[count];
    new DataInputStream(socket.getInputStream()).readFully(answer);
    return answer;
  }

  private static void write(Socket socket, int count) {
    try {
      socket.getOutputStream().write(bytes(count));
    } catch (IOException e) {
      // Who reads hears of it too.
    }
  }

  private static void answer(Socket socket) {
    try (socket) {
      socket.getInputStream().transferTo(socket.getOutputStream());
    } catch (IOException e) {
      // The client went away.
    }
  }

  private static byte[] bytes(int count) {
    var bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) (i * 31 >> 3);
    }
    return bytes;
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
