package io.flighthubcamunda.bench.sink;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;

/**
 * Drops what comes, without HTTP: 8 bytes that say how many follow, those bytes, and again; -1 is
 * the end, and answered with one byte when everything before was read.
 */
public final class DiscardConnection {

  /** Ends a conversation. */
  public static final long END = -1;

  private static final int BUFFER = 256 << 10;

  private final Socket socket;
  private final Tally tally;

  DiscardConnection(Socket socket, Tally tally) {
    this.tally = tally;
    this.socket = socket;
  }

  void serve() throws IOException {
    var buffer = new byte[BUFFER];
    var in = new DataInputStream(socket.getInputStream());
    for (var length = in.readLong(); length != END; length = in.readLong()) {
      for (var missing = length; missing > 0; ) {
        var count = in.read(buffer, 0, (int) Math.min(missing, BUFFER));
        if (count < 0) {
          throw new IOException("The content ended early.");
        }
        missing -= count;
      }
      tally.add(length);
    }
    socket.getOutputStream().write(1);
    socket.getOutputStream().flush();
  }
}
