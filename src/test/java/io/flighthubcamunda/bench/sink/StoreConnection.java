package io.flighthubcamunda.bench.sink;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.zip.CRC32C;

/** Answers the requests of one connection, one after the other, and drops what they bring. */
final class StoreConnection {

  private static final int BUFFER = 256 << 10;

  /** No MD5, so that nobody holds it against one. */
  private static final String MADE_UP_ETAG = "00000000000000000000000000000000-1";

  private final byte[] buffer = new byte[BUFFER];
  private final Socket socket;
  private final KnownContents contents;
  private final boolean trueEtags;
  private final Tally tally;
  private InputStream in;
  private OutputStream out;
  private int from;
  private int to;

  StoreConnection(Socket socket, KnownContents contents, boolean trueEtags, Tally tally) {
    this.tally = tally;
    this.socket = socket;
    this.contents = contents;
    this.trueEtags = trueEtags;
  }

  /** Until the client closes the connection. */
  void serve() throws IOException {
    in = socket.getInputStream();
    out = socket.getOutputStream();
    for (var head = head(); head != null; head = head()) {
      if (head.chunked()) {
        out.write(StoreAnswers.lengthRequired());
        return;
      }
      if (head.expectsContinue()) {
        out.write(StoreAnswers.CONTINUE);
        out.flush();
      }
      var etag = drop(head.contentLength());
      var object = head.method().equals("PUT") && head.namesObject();
      if (object) {
        tally.add(head.contentLength());
      }
      out.write(object ? StoreAnswers.stored(etag) : StoreAnswers.other(head));
      out.flush();
      if (head.closes()) {
        return;
      }
    }
  }

  /** Null at the end of the connection. */
  private RequestHead head() throws IOException {
    var searched = from;
    while (true) {
      for (int i = searched; i + 3 < to; i++) {
        if (buffer[i] == '\r'
            && buffer[i + 1] == '\n'
            && buffer[i + 2] == '\r'
            && buffer[i + 3] == '\n') {
          System.arraycopy(buffer, from, buffer, 0, to - from);
          var head = RequestHead.parse(buffer, i - from);
          to -= from;
          from = i + 4 - from;
          return head;
        }
      }
      searched = Math.max(from, to - 3);
      if (to == BUFFER) {
        throw new IOException("The head of a request is longer than " + BUFFER + " bytes.");
      }
      var count = in.read(buffer, to, BUFFER - to);
      if (count < 0) {
        return null;
      }
      to += count;
    }
  }

  /** Reads the content away and makes an ETag for it. */
  private String drop(long length) throws IOException {
    var crc = new CRC32C();
    var missing = length;
    var count = (int) Math.min(missing, to - from);
    if (trueEtags) {
      crc.update(buffer, from, count);
    }
    from += count;
    missing -= count;
    if (from == to) {
      from = 0;
      to = 0;
    }
    while (missing > 0) {
      count = in.read(buffer, 0, (int) Math.min(missing, BUFFER));
      if (count < 0) {
        throw new IOException("The content ended early.");
      }
      if (trueEtags) {
        crc.update(buffer, 0, count);
      }
      missing -= count;
    }
    return trueEtags ? contents.md5(length, crc.getValue()).orElse(MADE_UP_ETAG) : MADE_UP_ETAG;
  }
}
