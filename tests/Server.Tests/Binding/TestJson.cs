using System.Text.Json.Serialization;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Binding;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tests.Binding;

/// <summary>Serialisation for tests; reflection is off.</summary>
[JsonSourceGenerationOptions(Converters = [typeof(EntityReferenceJsonConverter), typeof(DateExpressionJsonConverter)])]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(EntityReference))]
[JsonSerializable(typeof(DateExpression))]
internal sealed partial class TestJson : JsonSerializerContext;
