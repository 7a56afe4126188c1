using System.Text;
using ClickUpMcp.OpenApi;

namespace ClickUpMcp.Generators.Tests.SpecDiff;

/// <summary>A small OpenAPI document that says of some operations what <see cref="SampleSpec"/> sends.</summary>
internal static class SampleDocument
{
    public const string Json = """
        {
          "openapi": "3.1.0",
          "servers": [{ "url": "https://api.example.com/api/" }],
          "paths": {
            "/v2/list/{list_id}/task": {
              "parameters": [{ "name": "list_id", "in": "path", "required": true, "schema": { "type": "string" } }],
              "post": {
                "operationId": "CreateTask",
                "parameters": [
                  { "name": "tags", "in": "query", "schema": { "type": "array", "items": { "type": "string" } } },
                  { "name": "team_id", "in": "query", "schema": { "type": "number" } },
                  { "$ref": "#/components/parameters/archived" }
                ],
                "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/NewTask" } } } }
              }
            },
            "/v2/task/{task_id}": {
              "delete": {
                "operationId": "DeleteTask",
                "parameters": [
                  { "name": "custom_task_ids", "in": "query", "schema": { "type": "boolean" } },
                  { "name": "team_id", "in": "query" }
                ]
              }
            },
            "/v2/raw": {
              "post": {
                "operationId": "PostRaw",
                "requestBody": {
                  "content": {
                    "application/json": {
                      "schema": {
                        "allOf": [
                          { "type": "object", "required": ["a"], "properties": { "a": { "type": "string" } } },
                          { "type": "object", "properties": { "b": { "oneOf": [{ "type": "integer" }, { "type": "null" }] } } }
                        ]
                      }
                    }
                  }
                }
              }
            }
          },
          "components": {
            "parameters": { "archived": { "name": "archived", "in": "query", "schema": { "type": "boolean" } } },
            "schemas": {
              "NewTask": {
                "type": "object",
                "required": ["name"],
                "properties": {
                  "name": { "type": "string" },
                  "due_date": { "type": "integer" },
                  "due_date_time": { "type": "boolean" },
                  "nested": {
                    "type": "object",
                    "properties": {
                      "priority": { "type": ["integer", "null"] },
                      "points": { "type": "array", "items": { "type": "number" } }
                    }
                  },
                  "time_estimate": { "type": "integer" },
                  "notify_all": { "type": "boolean" },
                  "options": {
                    "type": "object",
                    "properties": {
                      "colour": { "type": "string" },
                      "people": { "type": "array", "items": { "type": "integer" } }
                    }
                  },
                  "extra": { "type": "object" },
                  "dollar": { "type": "string" }
                }
              }
            }
          }
        }
        """;

    /// <summary>The document with a text that occurs once replaced.</summary>
    public static string With(string old, string @new)
    {
        (Json.Split(old).Length - 1).ShouldBe(1, $"occurrences of {old}");
        return Json.Replace(old, @new);
    }

    public static IReadOnlyList<OpenApiOperation> Read(string json) =>
        OpenApiDocument.Read(Encoding.UTF8.GetBytes(json));
}
