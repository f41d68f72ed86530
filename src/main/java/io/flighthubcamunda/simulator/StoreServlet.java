package io.flighthubcamunda.simulator;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import org.gaul.s3proxy.S3ProxyHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** The door of the object store: queued faults and access first, then the S3 protocol. */
final class StoreServlet extends HttpServlet {

  private static final Logger LOG = LoggerFactory.getLogger(StoreServlet.class);

  private final transient StoreHandler handler;
  private final transient StoreAccess access;
  private final transient Faults faults;
  private final transient UploadCounter uploads;

  StoreServlet(StoreHandler handler, StoreAccess access, Faults faults, UploadCounter uploads) {
    this.handler = handler;
    this.access = access;
    this.faults = faults;
    this.uploads = uploads;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String fileName = StoreAccess.fileName(request);
    Optional<StoreFault> fault =
        switch (request.getMethod()) {
          case "PUT" -> faults.takePut(fileName);
          case "GET" -> faults.takeGet(fileName);
          default -> Optional.empty();
        };
    switch (fault.orElse(new StoreFault.Delay(Duration.ZERO))) {
      case StoreFault.HttpStatus refusal -> {
        refusal
            .retryAfter()
            .ifPresent(time -> response.setHeader("Retry-After", "" + time.toSeconds()));
        refuse(request, response, refusal.status(), refusal.code(), "A fault that was asked for.");
      }
      case StoreFault.Reset reset -> WebServer.breakOff(request);
      case StoreFault.Hang hang -> {
        pass(hang.longest());
        WebServer.breakOff(request);
      }
      case StoreFault.LostAnswer lost -> {
        serveOrDeny(request, response);
        WebServer.breakOff(request);
      }
      case StoreFault.OtherEtag etag -> serveOrDeny(request, new OtherEtagResponse(response));
      case StoreFault.OtherBytes other ->
          serveOrDeny(
              request, new AlteredBody(response, (piece, out) -> out.write(changed(piece))));
      case StoreFault.BreakOff broken ->
          serveOrDeny(
              request,
              new AlteredBody(
                  response,
                  (piece, out) -> {
                    out.write(piece, 0, (piece.length + 1) / 2);
                    out.flush();
                    pass(broken.silence());
                    WebServer.breakOff(request);
                    throw new EOFException("A fault that was asked for.");
                  }));
      case StoreFault.ExpiredKey expired -> {
        access.expire(request);
        serveOrDeny(request, response);
      }
      case StoreFault.Delay delay -> {
        pass(delay.delay());
        serveOrDeny(request, response);
      }
    }
  }

  private void serveOrDeny(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<StoreAccess.Denial> denial = access.check(request);
    if (denial.isPresent()) {
      refuse(request, response, 403, denial.get().code(), denial.get().message());
    } else {
      serve(request, response);
    }
  }

  private static byte[] changed(byte[] piece) {
    byte[] other = piece.clone();
    for (int i = 0; i < other.length; i++) {
      other[i] ^= 0x55;
    }
    return other;
  }

  private static void pass(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      // The simulator is being closed.
      Thread.currentThread().interrupt();
    }
  }

  private void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
    // Left open: whoever refuses in the end has to read the rest of it.
    InputStream body = request.getInputStream();
    try {
      handler.doHandle(request, request, response, body, new S3ProxyHandler.RequestContext());
      if (request.getMethod().equals("PUT") && response.getStatus() == HttpServletResponse.SC_OK) {
        uploads.count(StoreAccess.fileName(request));
      }
    } catch (AwsServiceException e) {
      AwsErrorDetails details = e.awsErrorDetails();
      refuse(request, response, e.statusCode(), details.errorCode(), details.errorMessage());
    } catch (IllegalArgumentException e) {
      refuse(request, response, 400, "InvalidRequest", String.valueOf(e.getMessage()));
    } catch (UnsupportedOperationException e) {
      refuse(request, response, 501, "NotImplemented", String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.warn("The simulated object store failed on {}", request.getRequestURI(), e);
      refuse(request, response, 500, "InternalError", "The object store failed.");
    }
  }

  private void refuse(
      HttpServletRequest request,
      HttpServletResponse response,
      int status,
      String code,
      String message)
      throws IOException {
    // A client that is still sending would see a broken connection instead of the answer.
    request.getInputStream().transferTo(OutputStream.nullOutputStream());
    handler.refuse(request, response, status, code, message);
  }
}
