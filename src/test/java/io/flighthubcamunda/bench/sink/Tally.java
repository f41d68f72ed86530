package io.flighthubcamunda.bench.sink;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.LongAdder;

/** Counts what arrived whole, so that nobody is fast by leaving something out. */
public final class Tally {

  private final LongAdder objects = new LongAdder();
  private final LongAdder bytes = new LongAdder();

  /**
   * What arrived since the last look.
   *
   * @param objects whole ones; one that was sent twice counts twice
   * @param bytes of those
   */
  public record Arrived(long objects, long bytes) {}

  void add(long length) {
    objects.increment();
    bytes.add(length);
  }

  /** Tells each caller of a port what arrived, and begins again. */
  int serve() throws IOException {
    var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              while (true) {
                answer(server);
              }
            });
    return server.getLocalPort();
  }

  private void answer(ServerSocket server) {
    try (var caller = server.accept();
        var out = new DataOutputStream(caller.getOutputStream())) {
      out.writeLong(objects.sumThenReset());
      out.writeLong(bytes.sumThenReset());
    } catch (IOException e) {
      // The caller went away, and the next one asks again.
    }
  }

  static Arrived ask(int port) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        var in = new DataInputStream(socket.getInputStream())) {
      return new Arrived(in.readLong(), in.readLong());
    }
  }
}
