namespace ClickUpMcp.Storage;

/// <summary>A store cannot be used: says what to do, without path, address or credential.</summary>
public sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner);
