package io.flighthubcamunda.bench.sink;

import io.flighthubcamunda.bench.BenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.conscrypt.Conscrypt;

/**
 * A certificate for this machine's loopback names, signed by itself.
 *
 * @param keyStore certificate and private key, PKCS #12; clients in Java trust it too
 * @param pem the certificate alone, for all other clients
 */
public record Certificate(Path keyStore, Path pem) {

  /** Protects nothing: the key is made for one run and known to nobody else. */
  public static final String PASSWORD = "benchmark";

  private static final String ALIAS = "sink";

  /** Makes a new one with the JDK's keytool. */
  public static Certificate make(Path directory) {
    var made = new Certificate(directory.resolve("sink.p12"), directory.resolve("sink.pem"));
    try {
      Files.createDirectories(directory);
      Files.deleteIfExists(made.keyStore());
      keytool(made.keyStore());
      var encoder = Base64.getMimeEncoder(64, new byte[] {'\n'});
      Files.writeString(
          made.pem(),
          "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
              .formatted(encoder.encodeToString(made.load().getCertificate(ALIAS).getEncoded())));
      return made;
    } catch (IOException | GeneralSecurityException e) {
      throw new BenchException(
          "No certificate could be made in %s: %s".formatted(directory, e.getMessage()), e);
    }
  }

  private static void keytool(Path keyStore) throws IOException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "30",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-ext",
                "bc:c=ca:true",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                keyStore.toString())
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes());
    if (!Files.exists(keyStore)) {
      throw new IOException("keytool said: " + said.strip());
    }
  }

  private KeyStore load() throws IOException, GeneralSecurityException {
    return KeyStore.getInstance(keyStore.toFile(), PASSWORD.toCharArray());
  }

  /** For a server with this certificate. */
  public SSLContext serverTls() throws IOException, GeneralSecurityException {
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(load(), PASSWORD.toCharArray());
    var tls = tls();
    tls.init(keys.getKeyManagers(), null, null);
    return tls;
  }

  /** Conscrypt, with sockets that read and write without a detour through an engine. */
  public static SSLContext tls() throws GeneralSecurityException {
    Conscrypt.setUseEngineSocketByDefault(false);
    return SSLContext.getInstance("TLS", Conscrypt.newProvider());
  }
}
