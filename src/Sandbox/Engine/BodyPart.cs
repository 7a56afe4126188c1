namespace ClickUpMcp.Sandbox.Engine;

/// <summary>One part of a multipart body.</summary>
/// <param name="FileName">Null where the part is no file.</param>
internal sealed record BodyPart(string Name, string? FileName, string? ContentType, ReadOnlyMemory<byte> Content);
