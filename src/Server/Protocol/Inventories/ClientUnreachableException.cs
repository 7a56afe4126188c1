namespace ClickUpMcp.Protocol.Inventories;

/// <summary>A client was asked that cannot be asked: it is modern, does not read, or is not there.</summary>
internal sealed class ClientUnreachableException() : Exception("The client cannot be asked.");
