using System.Text.Json.Serialization;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>How changes are written where they are kept.</summary>
[JsonSerializable(typeof(Change))]
internal sealed partial class ChangeJson : JsonSerializerContext;
