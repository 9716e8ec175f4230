package plimsoll.connection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import plimsoll.access.Refusal;

/** Certificates and keys in their usual text form. */
final class Pem {
  private static final int LENGTH_MAX = 200_000;

  private Pem() {}

  /**
   * @return what was given
   * @throws Refusal 422 when it is not empty and holds no certificate
   */
  static String certificates(String field, String text) {
    try {
      if (text.isEmpty()) return text;
      if (text.length() > LENGTH_MAX) throw new CertificateException();
      var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
      var found = CertificateFactory.getInstance("X.509").generateCertificates(bytes);
      if (found.isEmpty()) throw new CertificateException();
      return text;
    } catch (CertificateException e) {
      throw Refusal.wrong(
          field, "This is no certificate. Paste it with its lines BEGIN and END CERTIFICATE.");
    }
  }

  /**
   * @return what was given
   * @throws Refusal 422 when it is not empty and is no key that can be used
   */
  static String key(String text) {
    if (text.isEmpty()) return text;
    boolean plain =
        text.length() <= LENGTH_MAX
            && text.contains("PRIVATE KEY-----")
            && !text.contains("ENCRYPTED");
    if (!plain) {
      throw Refusal.wrong(
          "/key",
          "This is no key that can be used. Paste it with its lines BEGIN and END PRIVATE KEY, and"
              + " without a password.");
    }
    return text;
  }

  /** EC or RSA. */
  static String algorithm(String key) {
    if (key.contains("BEGIN EC ")) return "EC";
    if (key.contains("BEGIN RSA ")) return "RSA";
    try {
      var bytes = Base64.getMimeDecoder().decode(key.replaceAll("-----[^-]*-----", ""));
      KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(bytes));
      return "EC";
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return "RSA";
    }
  }

  /** Who believes those certificates alone; null for "", which leaves it to Java. */
  static SSLContext trust(String certificates) {
    if (certificates.isEmpty()) return null;
    try {
      var store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null);
      var bytes = new ByteArrayInputStream(certificates.getBytes(StandardCharsets.US_ASCII));
      int number = 0;
      for (var one : CertificateFactory.getInstance("X.509").generateCertificates(bytes)) {
        store.setCertificateEntry("ca" + number++, one);
      }
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      var context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
