package io.flighthubcamunda.api;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * Ends the connection of an answer whose rest nobody wants. The HTTP client itself would read it to
 * its end to use the connection again, even an answer that has no end.
 */
final class UnreadRest implements ExecChainHandler {

  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    var answer = chain.proceed(request, scope);
    if (answer.getEntity() != null) {
      answer.setEntity(new Abandonable(answer.getEntity(), scope.execRuntime));
    }
    return answer;
  }

  private static final class Abandonable extends HttpEntityWrapper {

    private final ExecRuntime connection;
    private InputStream content;

    private Abandonable(HttpEntity entity, ExecRuntime connection) {
      super(entity);
      this.connection = connection;
    }

    @Override
    public synchronized InputStream getContent() throws IOException {
      if (content == null) {
        content = new Content(super.getContent(), connection);
      }
      return content;
    }
  }

  private static final class Content extends FilterInputStream {

    private final ExecRuntime connection;
    private volatile boolean ended;

    private Content(InputStream in, ExecRuntime connection) {
      super(in);
      this.connection = connection;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      ended |= read < 0;
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = super.read(bytes, offset, length);
      ended |= count < 0;
      return count;
    }

    @Override
    public void close() throws IOException {
      if (ended) {
        super.close();
      } else {
        connection.discardEndpoint();
      }
    }
  }
}
