package org.postern.admin.access;

import jakarta.interceptor.InvocationContext;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.Arrays;

/** Calls desks as they are called on the server, where a {@link DeskGuard} stands before each. */
public final class Guarded {
    private final DeskGuard guard;

    public Guarded(AuditLog log, InstantSource clock) {
        guard = new DeskGuard(log, clock);
    }

    /** {@return what the only method of this name answers} */
    public Object call(Object desk, String name, Object... arguments) throws Exception {
        Method method = Arrays.stream(desk.getClass().getMethods())
                .filter(one -> one.getName().equals(name))
                .findFirst()
                .orElseThrow();
        return guard.guard((InvocationContext) Proxy.newProxyInstance(Guarded.class.getClassLoader(),
                new Class<?>[]{InvocationContext.class}, (proxy, asked, nothing) -> switch (asked.getName()) {
                    case "getMethod" -> method;
                    case "getParameters" -> arguments;
                    default -> proceed(desk, method, arguments);
                }));
    }

    private static Object proceed(Object desk, Method method, Object... arguments) throws Throwable {
        try {
            return method.invoke(desk, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
