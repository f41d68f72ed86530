package io.flighthubcamunda.simulator;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Arrays;

/** An answer whose body passes through a change, piece by piece, while its head stays as it is. */
final class AlteredBody extends HttpServletResponseWrapper {

  private final Change change;

  AlteredBody(HttpServletResponse response, Change change) {
    super(response);
    this.change = change;
  }

  /** Writes what becomes of a piece. */
  interface Change {
    void write(byte[] piece, ServletOutputStream out) throws IOException;
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    return new Altered(super.getOutputStream(), change);
  }

  private static final class Altered extends ServletOutputStream {

    private final ServletOutputStream out;
    private final Change change;

    private Altered(ServletOutputStream out, Change change) {
      this.out = out;
      this.change = change;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      change.write(Arrays.copyOfRange(bytes, offset, offset + length), out);
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }

    @Override
    public boolean isReady() {
      return out.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      out.setWriteListener(listener);
    }
  }
}
