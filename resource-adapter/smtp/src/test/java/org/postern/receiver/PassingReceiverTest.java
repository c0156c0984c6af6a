package org.postern.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

class PassingReceiverTest {
    private final List<Method> asked = new ArrayList<>();
    private final MailReceiver gateway = (MailReceiver) Proxy.newProxyInstance(MailReceiver.class.getClassLoader(),
            new Class<?>[]{MailReceiver.class}, (proxy, method, arguments) -> {
                asked.add(method);
                return method.getReturnType() == Duration.class ? Duration.ofDays(1) : null;
            });

    static Stream<Method> steps() {
        return Stream.of(MailReceiver.class.getMethods());
    }

    @ParameterizedTest
    @MethodSource("steps")
    void handsOnEachStep(Method step) throws ReflectiveOperationException {
        MailReceiver passing = new PassingReceiver() {
            @Override
            protected MailReceiver next() {
                return gateway;
            }
        };
        Object answer = step.invoke(passing, new Object[step.getParameterCount()]);
        assertThat(asked).containsExactly(step);
        assertThat(answer).isEqualTo(step.getReturnType() == Duration.class ? Duration.ofDays(1) : null);
    }
}
