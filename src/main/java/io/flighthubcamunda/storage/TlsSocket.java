package io.flighthubcamunda.storage;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;

/**
 * TLS over a connected channel, made for sending much: the records of one large write are collected
 * in memory outside of the heap and leave in one piece. An {@code SSLSocket} makes a system call
 * and wakes the other side for every 16 KB, and copies each byte three times more.
 *
 * <p>One thread at a time reads or writes, as HTTP does; any thread may close.
 */
final class TlsSocket extends Socket {

  private static final int COLLECTED = 144 * 1024;
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final SocketChannel channel;
  private final Socket plain;
  private final SSLEngine engine;
  private final int packet;
  private final ByteBuffer outgoing = ByteBuffer.allocateDirect(COLLECTED);

  /** What came and is not decrypted yet, between position and limit; so is {@link #decrypted}. */
  private final ByteBuffer incoming;

  private ByteBuffer decrypted;
  private final InputStream in = new Decrypted();
  private final OutputStream out = new Encrypted();

  /** Shakes hands; the channel's socket says with its time-out how long an answer may take. */
  TlsSocket(SocketChannel channel, SSLEngine engine) throws IOException {
    this.channel = channel;
    this.plain = channel.socket();
    this.engine = engine;
    this.packet = engine.getSession().getPacketBufferSize();
    this.incoming = ByteBuffer.allocate(2 * packet).limit(0);
    this.decrypted = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize()).limit(0);
    shakeHands();
  }

  private void shakeHands() throws IOException {
    engine.beginHandshake();
    while (true) {
      switch (engine.getHandshakeStatus()) {
        case NEED_WRAP -> answerHandshake();
        case NEED_TASK -> runTasks();
        case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
          if (!decrypt() && !receive()) {
            throw new EOFException("the other side hung up during the TLS handshake");
          }
        }
        case FINISHED, NOT_HANDSHAKING -> {
          drain();
          return;
        }
      }
    }
  }

  private void answerHandshake() throws IOException {
    if (engine.wrap(NOTHING, outgoing).getStatus() == Status.CLOSED) {
      throw new SSLException("the TLS connection was closed");
    }
    drain();
  }

  private void runTasks() {
    for (Runnable task; (task = engine.getDelegatedTask()) != null; ) {
      task.run();
    }
  }

  /**
   * Decrypts the next record, if one is there.
   *
   * @return whether it is worth to look again without receiving more
   */
  private boolean decrypt() throws IOException {
    decrypted.clear();
    var result = engine.unwrap(incoming, decrypted);
    decrypted.flip();
    if (result.getStatus() == Status.BUFFER_OVERFLOW) {
      decrypted = ByteBuffer.allocate(2 * decrypted.capacity()).limit(0);
      return true;
    }
    return result.getStatus() == Status.OK
        && (result.bytesConsumed() > 0
            || result.bytesProduced() > 0
            || result.getHandshakeStatus() != HandshakeStatus.NEED_UNWRAP);
  }

  private boolean receive() throws IOException {
    incoming.compact();
    try {
      var count =
          plain.getInputStream().read(incoming.array(), incoming.position(), incoming.remaining());
      if (count < 0) {
        return false;
      }
      incoming.position(incoming.position() + count);
      return true;
    } finally {
      incoming.flip();
    }
  }

  /** Decrypts until there is something to read or nothing more can be decrypted. */
  private boolean decryptAll() throws IOException {
    while (!decrypted.hasRemaining() && incoming.hasRemaining()) {
      var again = decrypt();
      // After the handshake a store may renew keys.
      if (engine.getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
        runTasks();
      } else if (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
        if (engine.isInboundDone()) {
          break;
        }
        answerHandshake();
      } else if (!again) {
        break;
      }
    }
    return decrypted.hasRemaining();
  }

  private void drain() throws IOException {
    outgoing.flip();
    while (outgoing.hasRemaining()) {
      channel.write(outgoing);
    }
    outgoing.clear();
  }

  private final class Encrypted extends OutputStream {

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      var rest = ByteBuffer.wrap(bytes, offset, length);
      while (rest.hasRemaining()) {
        if (outgoing.remaining() < packet) {
          drain();
        }
        var status = engine.wrap(rest, outgoing).getStatus();
        if (status == Status.CLOSED) {
          throw new SocketException("the TLS connection was closed");
        }
        if (status == Status.BUFFER_OVERFLOW) {
          drain();
        }
      }
    }

    @Override
    public void flush() throws IOException {
      drain();
    }

    @Override
    public void close() throws IOException {
      TlsSocket.this.close();
    }
  }

  private final class Decrypted extends InputStream {

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      while (!decryptAll()) {
        if (engine.isInboundDone() || !receive()) {
          return -1;
        }
      }
      var count = Math.min(length, decrypted.remaining());
      decrypted.get(bytes, offset, count);
      return count;
    }

    /** Looks at what has come already: this is how an answer before its time is noticed. */
    @Override
    public int available() throws IOException {
      while (!decryptAll() && plain.getInputStream().available() > 0 && receive()) {
        // A record may come in pieces.
      }
      return decrypted.remaining();
    }

    @Override
    public void close() throws IOException {
      TlsSocket.this.close();
    }
  }

  @Override
  public InputStream getInputStream() {
    return in;
  }

  @Override
  public OutputStream getOutputStream() {
    return out;
  }

  /** Ends without a farewell: every answer says where it ends, so none can be cut unnoticed. */
  @Override
  public void close() throws IOException {
    channel.close();
    engine.closeOutbound();
  }

  @Override
  public boolean isClosed() {
    return !channel.isOpen();
  }

  @Override
  public boolean isConnected() {
    return plain.isConnected();
  }

  @Override
  public SocketAddress getRemoteSocketAddress() {
    return plain.getRemoteSocketAddress();
  }

  @Override
  public SocketAddress getLocalSocketAddress() {
    return plain.getLocalSocketAddress();
  }

  @Override
  public SocketChannel getChannel() {
    return channel;
  }

  @Override
  public void setSoTimeout(int milliseconds) throws SocketException {
    plain.setSoTimeout(milliseconds);
  }

  @Override
  public int getSoTimeout() throws SocketException {
    return plain.getSoTimeout();
  }

  @Override
  public void setSoLinger(boolean on, int seconds) throws SocketException {
    plain.setSoLinger(on, seconds);
  }

  @Override
  public void shutdownInput() throws IOException {
    plain.shutdownInput();
  }

  @Override
  public void shutdownOutput() throws IOException {
    plain.shutdownOutput();
  }
}
