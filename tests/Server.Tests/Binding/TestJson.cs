using System.Text.Json.Serialization;

namespace ClickUpMcp.Tests.Binding;

/// <summary>Serialisation for tests; reflection is off.</summary>
[JsonSerializable(typeof(string))]
internal sealed partial class TestJson : JsonSerializerContext;
