package plimsoll.road;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;
import plimsoll.OnTheServer;

/** Debian's browser, driven as a person would; where it is not installed, its tests are skipped. */
final class Chromium implements AutoCloseable {
  private static final Path BROWSER = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Path PICTURES = Path.of("target/pictures");
  private final ChromeDriver driver;

  Chromium() {
    assumeTrue(
        Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER),
        "Chromium and its driver are not installed (Debian: chromium, chromium-driver)");
    var options = new ChromeOptions();
    options.setBinary(BROWSER.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--force-prefers-reduced-motion",
        "--lang=en");
    var service = new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    driver = new ChromeDriver(service, options);
    driver.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(60));
    atDesk();
  }

  void atDesk() {
    driver.manage().window().setSize(new Dimension(1440, 900));
  }

  void onPhone() {
    driver.manage().window().setSize(new Dimension(500, 844));
  }

  void open(String path) {
    driver.get(path.startsWith("http") ? path : OnTheServer.address().resolve(path).toString());
  }

  String path() {
    return java.net.URI.create(driver.getCurrentUrl()).getPath();
  }

  String heading() {
    return find("h1").getText();
  }

  String text() {
    return find("body").getText();
  }

  WebElement find(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  void type(String css, String text) {
    var field = find(css);
    field.clear();
    field.sendKeys(text);
  }

  /** Sets what a browser offers a picker for, whose keys differ by language. */
  void set(String css, String value) {
    driver.executeScript("arguments[0].value = arguments[1]", find(css), value);
  }

  void press(String words) {
    follow(button(words));
  }

  /** The form that the first such button sends. */
  WebElement formOf(String words) {
    return button(words).findElement(By.xpath("ancestor::form"));
  }

  private WebElement button(String words) {
    return driver.findElement(
        By.xpath("//button[normalize-space()='" + words + "' and not(@disabled)]"));
  }

  /** Clicks on what leads to another page, and waits for that. */
  void follow(WebElement element) {
    driver.executeScript("window.left = true");
    click(element);
    await(
        "another page",
        () ->
            Boolean.TRUE.equals(
                driver.executeScript("return !window.left && document.readyState === 'complete'")));
  }

  void unfold() {
    driver.executeScript("document.querySelectorAll('details').forEach(d => d.open = true)");
  }

  void click(WebElement element) {
    driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
    element.click();
  }

  void await(String what, java.util.function.BooleanSupplier condition) {
    new WebDriverWait(driver, Duration.ofSeconds(60), Duration.ofMillis(50))
        .withMessage(what)
        .until(driver -> condition.getAsBoolean());
  }

  /** Fails on findings that keep somebody from using the page; keeps a picture of it. */
  void look(String name) {
    picture(name);
    var tags = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    check(name, new AxeBuilder().withTags(tags), List.of("serious", "critical"));
  }

  /** Fails on any finding at all, of whatever rule; keeps a picture of the page. */
  void lookClosely(String name) {
    picture(name);
    check(name, new AxeBuilder(), List.of("minor", "moderate", "serious", "critical"));
  }

  private void check(String name, AxeBuilder axe, List<String> impacts) {
    var findings =
        axe.analyze(driver).getViolations().stream()
            .filter(rule -> impacts.contains(rule.getImpact()))
            .map(rule -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes())
            .toList();
    assertEquals(List.of(), findings, () -> "accessibility of " + name + " at " + path());
  }

  /** The width that a phone has; windows can't be made that narrow. */
  void asWideAs(int pixels) {
    var size =
        java.util.Map.<String, Object>of(
            "width", pixels, "height", 844, "deviceScaleFactor", 1, "mobile", pixels < 500);
    driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", size);
  }

  /** Dark or light, as somebody set it for all pages. */
  void theme(String scheme) {
    var feature = java.util.Map.of("name", "prefers-color-scheme", "value", scheme);
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia", java.util.Map.of("features", List.of(feature)));
  }

  Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  WebElement focused() {
    return driver.switchTo().activeElement();
  }

  private void picture(String name) {
    try {
      Files.createDirectories(PICTURES);
      Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
