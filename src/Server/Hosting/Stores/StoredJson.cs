using System.Text.Json.Serialization;
using ClickUpMcp.Transport.Http;

namespace ClickUpMcp.Hosting.Stores;

/// <summary>How what servers keep for each other is written.</summary>
[JsonSerializable(typeof(SessionFacts))]
internal sealed partial class StoredJson : JsonSerializerContext;
