package org.postern.it.harness;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Debian's Chromium without a screen, told what to do by WebDriver (W3C) as a person's hands and eyes would. Elements are named by CSS
 * selectors. Each has cookies of its own.
 */
public final class Chromium implements AutoCloseable {
    /** How long a page may take to show what is waited for. */
    public static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process driver;
    private final URI root;
    private final String session;
    private final URI pages;

    private Chromium(Gateway gateway) {
        int port = Ports.free();
        root = URI.create("http://127.0.0.1:" + port + "/");
        pages = URI.create("http://127.0.0.1:" + gateway.http() + "/");
        try {
            driver = new ProcessBuilder("chromedriver", "--port=" + port)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Ports.awaitListening(port, driver.toHandle());
        JsonArray options = Json.createArrayBuilder(List.of("--headless=new", "--no-sandbox", "--disable-gpu",
                "--disable-dev-shm-usage", "--window-size=1440,1000", "--lang=en-GB")).build();
        JsonObject wanted = Json.createObjectBuilder()
                .add("capabilities", Json.createObjectBuilder()
                        .add("alwaysMatch", Json.createObjectBuilder()
                                .add("goog:chromeOptions", Json.createObjectBuilder().add("args", options))))
                .build();
        session = send("POST", "session", wanted).asJsonObject().getString("sessionId");
    }

    /** {@return whether it is on this machine} */
    public static boolean isUsable() {
        return Commands.exists("chromium") && Commands.exists("chromedriver");
    }

    /** {@return one in which this person has logged in at the console of the gateway} */
    public static Chromium loggedIn(Gateway gateway, String name, String password) {
        Chromium browser = new Chromium(gateway);
        browser.open("login");
        browser.write("input[autocomplete=username]", name);
        browser.write("input[type=password]", password);
        browser.click("main .primary");
        browser.awaitText("header", "Queues");
        return browser;
    }

    /** Opens a page of the console, such as {@code messages?q=alice}. */
    public void open(String page) {
        post("url", Json.createObjectBuilder().add("url", pages.resolve(page).toString()).build());
    }

    /** {@return the address of the page, beginning behind the host} */
    public String address() {
        String url = text(get("url"));
        return url.substring(pages.toString().length());
    }

    public void back() {
        post("back", JsonValue.EMPTY_JSON_OBJECT);
    }

    public void reload() {
        post("refresh", JsonValue.EMPTY_JSON_OBJECT);
    }

    /** Makes the window so many pixels wide and high. */
    public void size(int width, int height) {
        post("window/rect", Json.createObjectBuilder().add("width", width).add("height", height).build());
    }

    /** Shows pages in so many pixels, and dark or light as the reader's system would ask for, and without motion. */
    public void show(int width, int height, boolean isDark) {
        developer("Emulation.setDeviceMetricsOverride", Json.createObjectBuilder()
                .add("width", width)
                .add("height", height)
                .add("deviceScaleFactor", 1)
                .add("mobile", false));
        developer("Emulation.setEmulatedMedia", Json.createObjectBuilder()
                .add("features", Json.createArrayBuilder()
                        .add(feature("prefers-color-scheme", isDark ? "dark" : "light"))
                        .add(feature("prefers-reduced-motion", "reduce"))));
    }

    private static JsonObjectBuilder feature(String name, String value) {
        return Json.createObjectBuilder().add("name", name).add("value", value);
    }

    private void developer(String command, JsonObjectBuilder parameters) {
        post("goog/cdp/execute", Json.createObjectBuilder().add("cmd", command).add("params", parameters).build());
    }

    public void click(String selector) {
        post("element/" + find(selector) + "/click", JsonValue.EMPTY_JSON_OBJECT);
    }

    /** Writes into a field, behind what stands there. */
    public void write(String selector, String text) {
        post("element/" + find(selector) + "/value", Json.createObjectBuilder().add("text", text).build());
    }

    /** Presses a key, wherever the focus is; WebDriver has a code point for each that is no letter. */
    public void press(char key) {
        JsonArrayBuilder strokes = Json.createArrayBuilder();
        for (String type : List.of("keyDown", "keyUp")) {
            strokes.add(Json.createObjectBuilder().add("type", type).add("value", String.valueOf(key)));
        }
        post("actions", Json.createObjectBuilder()
                .add("actions", Json.createArrayBuilder()
                        .add(Json.createObjectBuilder().add("type", "key").add("id", "keys").add("actions", strokes)))
                .build());
    }

    /** {@return what a script of the test's makes of the page, as text; {@code return} says it} */
    public String ask(String script) {
        return text(post("execute/sync",
                Json.createObjectBuilder().add("script", script).add("args", JsonArray.EMPTY_JSON_ARRAY).build()));
    }

    /** {@return what a person reads in the first of these elements} */
    public String read(String selector) {
        return text(get("element/" + find(selector) + "/text"));
    }

    /** Goes into a frame, or with none back to the page. */
    public void enter(Optional<String> frame) {
        JsonValue id = frame.<JsonValue>map(
                selector -> Json.createObjectBuilder().add(ELEMENT, find(selector)).build()).orElse(JsonValue.NULL);
        post("frame", Json.createObjectBuilder().add("id", id).build());
    }

    /** {@return how many of these elements there are} */
    public int count(String selector) {
        return Integer.parseInt(ask("return document.querySelectorAll(" + quoted(selector) + ").length"));
    }

    /** Waits until the first of these elements says this; {@return all that it says}. */
    public String awaitText(String selector, String text) {
        return Await.value(selector + " says " + text, LIMIT,
                () -> Optional.of(read(selector)).filter(said -> said.contains(text)));
    }

    /** Waits until a script of the test's says {@code true}. */
    public void await(String what, String script) {
        Await.until(what, LIMIT, () -> ask(script).equals("true"));
    }

    /** {@return a picture of what the window shows, as PNG} */
    public byte[] picture() {
        return Base64.getDecoder().decode(text(get("screenshot")));
    }

    private String find(String selector) {
        return post("element", Json.createObjectBuilder().add("using", "css selector").add("value", selector).build())
                .asJsonObject()
                .getString(ELEMENT);
    }

    private JsonValue get(String path) {
        return send("GET", "session/" + session + "/" + path, JsonValue.EMPTY_JSON_OBJECT);
    }

    private JsonValue post(String path, JsonObject body) {
        return send("POST", "session/" + session + "/" + path, body);
    }

    private JsonValue send(String method, String path, JsonObject body) {
        HttpRequest request = HttpRequest.newBuilder(root.resolve(path))
                .method(method, method.equals("POST")
                        ? BodyPublishers.ofString(body.toString())
                        : BodyPublishers.noBody())
                .timeout(Duration.ofMinutes(2))
                .build();
        try {
            String answer = HTTP.send(request, BodyHandlers.ofString()).body();
            try (JsonReader reader = Json.createReader(new StringReader(answer))) {
                JsonValue value = reader.readObject().get("value");
                if (value instanceof JsonObject object && object.containsKey("error")) {
                    throw new IllegalStateException(
                            object.getString("error") + ": " + object.getString("message").lines().findFirst());
                }
                return value;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : String.valueOf(value);
    }

    private static String quoted(String text) {
        return text.chars()
                .mapToObj(c -> "\\u%04x".formatted(c))
                .collect(Collectors.joining("", "\"", "\""));
    }

    @Override
    public void close() {
        new ProcessTree(driver.toHandle()).kill();
    }
}
