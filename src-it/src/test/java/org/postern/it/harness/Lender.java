package org.postern.it.harness;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import java.util.function.Supplier;

/** Lends what many classes share to their tests, as a parameter. It begins with the first test that asks for it, and ends with the last of the run. */
abstract class Lender<T> implements ParameterResolver {
    private final Class<T> type;
    private final Supplier<T> beginning;

    Lender(Class<T> type, Supplier<T> beginning) {
        this.type = type;
        this.beginning = beginning;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == type;
    }

    @Override
    public T resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(Namespace.GLOBAL).getOrComputeIfAbsent(type, key -> beginning.get(), type);
    }
}
