// Included before better-sqlite3's own sources when they are compiled for a runtime with Node-API 8 (Electron 25).
// Node-API 10 lets a reference hold a string; before, only objects, functions and symbols could be referred to. A
// value of another kind is therefore put in an array of one element, and the array is referred to in its place.
#pragma once
#include <node_api.h>
#include <unordered_set>

namespace casebook {

/** The references whose value stands in an array. A reference never leaves its thread. */
inline std::unordered_set<napi_ref>& boxed() {
  static thread_local std::unordered_set<napi_ref> references;
  return references;
}

inline bool can_be_referred_to(napi_env env, napi_value value) {
  napi_valuetype type;
  if (napi_typeof(env, value, &type) != napi_ok) return true;
  return type == napi_object || type == napi_function || type == napi_symbol;
}

inline napi_status create_reference(napi_env env, napi_value value, uint32_t count, napi_ref* result) {
  if (can_be_referred_to(env, value)) return napi_create_reference(env, value, count, result);
  napi_value box;
  napi_status status = napi_create_array_with_length(env, 1, &box);
  if (status == napi_ok) status = napi_set_element(env, box, 0, value);
  if (status == napi_ok) status = napi_create_reference(env, box, count, result);
  if (status == napi_ok) boxed().insert(*result);
  return status;
}

inline napi_status get_reference_value(napi_env env, napi_ref reference, napi_value* result) {
  napi_status status = napi_get_reference_value(env, reference, result);
  if (status != napi_ok || *result == nullptr || boxed().count(reference) == 0) return status;
  return napi_get_element(env, *result, 0, result);
}

inline napi_status delete_reference(napi_env env, napi_ref reference) {
  boxed().erase(reference);
  return napi_delete_reference(env, reference);
}

}  // namespace casebook

#define napi_create_reference casebook::create_reference
#define napi_get_reference_value casebook::get_reference_value
#define napi_delete_reference casebook::delete_reference
