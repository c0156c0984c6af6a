package org.postern.admin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.interceptor.InvocationContext;

import org.junit.jupiter.api.Test;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;

class DeskGuardTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private final List<AuditLine> lines = new ArrayList<>();
    private final AuditLog log = new AuditLog() {
        @Override
        public <T> T together(Callable<T> act, Function<T, Optional<AuditLine>> line) throws Exception {
            T result = act.call();
            line.apply(result).ifPresent(lines::add);
            return result;
        }

        @Override
        public void write(AuditLine line) {
            lines.add(line);
        }
    };
    private final DeskGuard guard = new DeskGuard(log, () -> NOON);

    /** A desk. */
    static final class Sample {
        @Looks(Role.AUDITOR)
        public String look() {
            return "seen";
        }

        @Acts(value = Role.OPERATOR, as = "thing changed")
        public Optional<String> change(String thing, String secret) {
            Act.tells("the " + thing, "old", "new");
            return Optional.of("").filter(none -> thing.equals("wrong")).map(none -> "This is wrong.");
        }

        @Acts(value = Role.ADMINISTRATOR, as = "thing ended", atOnce = true)
        public boolean end(String thing) {
            return thing.equals("there");
        }

        public String forgotten() {
            return "what nobody may see";
        }
    }

    private Object call(Role role, String name, Object... arguments) throws Exception {
        return new Caller("alice", role).does(() -> guard.guard(context(name, arguments)));
    }

    private static InvocationContext context(String name, Object... arguments) {
        Method method = Arrays.stream(Sample.class.getMethods())
                .filter(one -> one.getName().equals(name))
                .findFirst()
                .orElseThrow();
        return (InvocationContext) Proxy.newProxyInstance(DeskGuardTest.class.getClassLoader(),
                new Class<?>[]{InvocationContext.class}, (proxy, asked, nothing) -> switch (asked.getName()) {
                    case "getMethod" -> method;
                    case "getParameters" -> arguments;
                    default -> proceed(method, arguments);
                });
    }

    private static Object proceed(Method method, Object... arguments) throws Throwable {
        try {
            return method.invoke(new Sample(), arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Test
    void whatTakesMoreIsRefused() throws Exception {
        assertThat(call(Role.AUDITOR, "look")).isEqualTo("seen");
        assertThat(call(Role.ADMINISTRATOR, "look")).isEqualTo("seen");
        assertThatExceptionOfType(NotAllowedException.class)
                .isThrownBy(() -> call(Role.AUDITOR, "change", "lamp", "hush"));
        assertThatExceptionOfType(NotAllowedException.class).isThrownBy(() -> call(Role.OPERATOR, "end", "there"));
        assertThat(lines).isEmpty();
    }

    @Test
    void whoWasNotLetInMayDoNothingAndNobodyMayDoWhatSaysNothing() {
        assertThatExceptionOfType(NotAllowedException.class).isThrownBy(() -> guard.guard(context("look")));
        assertThatExceptionOfType(NotAllowedException.class)
                .isThrownBy(() -> call(Role.ADMINISTRATOR, "forgotten"));
    }

    @Test
    void whatWasDoneIsKeptWithoutSecrets() throws Exception {
        call(Role.OPERATOR, "change", "lamp", "hush");
        call(Role.ADMINISTRATOR, "end", "there");
        assertThat(lines).containsExactly(
                new AuditLine(0, NOON, "alice", Role.OPERATOR, "thing changed", "the lamp", "old", "new"),
                new AuditLine(0, NOON, "alice", Role.ADMINISTRATOR, "thing ended", "there", "", ""));
    }

    @Test
    void whatWasNotDoneIsNotKept() throws Exception {
        call(Role.OPERATOR, "change", "wrong", "hush");
        call(Role.ADMINISTRATOR, "end", "nowhere");
        assertThat(lines).isEmpty();
    }

    @Test
    void longTextsAreCut() {
        AuditLine line = new AuditLine(0, NOON, "alice", Role.OPERATOR, "x\ny", "z".repeat(5000), "", "");
        assertThat(line.act()).isEqualTo("x y");
        assertThat(line.thing()).hasSize(300).endsWith("…");
    }
}
